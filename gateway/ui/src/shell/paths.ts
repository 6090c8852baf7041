export type FindingFilter = Partial<Record<FindingFilterName, string>>;
export type FindingFilterName =
  | 'severity'
  | 'party'
  | 'layer'
  | 'control'
  | 'service'
  | 'type'
  | 'region'
  | 'account'
  | 'ou'
  | 'team'
  | 'state';

const at = encodeURIComponent;

/** Where each page is. */
export const paths = {
  organization: '/',
  accounts: '/accounts',
  account: (id: string) => `/accounts/${at(id)}`,
  findings: (filter: FindingFilter = {}) => {
    const search = new URLSearchParams(filter as Record<string, string>).toString();
    return search === '' ? '/findings' : `/findings?${search}`;
  },
  finding: (id: string) => `/findings/${at(id)}`,
  resources: '/resources',
  resource: (key: string) => `/resources/${at(key)}`,
  responsibilities: '/responsibilities',
  compare: (from: string, to: string) => `/responsibilities/compare?from=${at(from)}&to=${at(to)}`,
  controls: '/controls',
  control: (id: string) => `/controls/${at(id)}`,
  frameworks: '/frameworks',
  framework: (id: string, account?: string) => `/frameworks/${at(id)}${account === undefined ? '' : `?account=${at(account)}`}`,
  reports: '/provider-evidence',
  report: (id: string) => `/provider-evidence/${at(id)}`,
  putReport: (series?: string) => `/provider-evidence/put${series === undefined ? '' : `?series=${at(series)}`}`,
  correctReport: (id: string) => `/provider-evidence/put?report=${at(id)}`,
  scans: '/scans',
  scan: (id: string) => `/scans/${at(id)}`,
} as const;
