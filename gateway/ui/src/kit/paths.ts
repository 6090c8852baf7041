import { collections, type StatementKind } from '../api/statements';

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
  | 'state'
  | 'since'
  | 'overdue'
  | 'asOf';

const at = encodeURIComponent;

function asked(path: string, question: Record<string, string | undefined>): string {
  const search = new URLSearchParams(question as Record<string, string>).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Where each page is. */
export const paths = {
  organization: '/',
  accounts: '/accounts',
  account: (id: string, asOf?: string) => asked(`/accounts/${at(id)}`, asOf === undefined ? {} : { asOf }),
  findings: (filter: FindingFilter = {}) => asked('/findings', filter),
  finding: (id: string) => `/findings/${at(id)}`,
  resources: (filter: Record<string, string> = {}) => asked('/resources', filter),
  resource: (key: string) => `/resources/${at(key)}`,
  responsibilities: '/responsibilities',
  compare: (from: string, to: string) => `/responsibilities/compare?from=${at(from)}&to=${at(to)}`,
  controls: '/controls',
  control: (id: string) => `/controls/${at(id)}`,
  frameworks: '/frameworks',
  framework: (id: string, account?: string) => asked(`/frameworks/${at(id)}`, account === undefined ? {} : { account }),
  drift: (filter: { since?: string; account?: string; kind?: string; team?: string } = {}) => asked('/drift', filter),
  statements: (kind: StatementKind) => `/${collections[kind]}`,
  statement: (kind: StatementKind, id: string) => `/${collections[kind]}/${at(id)}`,
  propose: (kind: StatementKind, about: Record<string, string> = {}) => asked(`/${collections[kind]}/propose`, about),
  teams: '/teams',
  unowned: '/teams/unowned',
  reports: '/provider-evidence',
  report: (id: string) => `/provider-evidence/${at(id)}`,
  putReport: (series?: string) => asked('/provider-evidence/put', series === undefined ? {} : { series }),
  correctReport: (id: string) => asked('/provider-evidence/put', { report: id }),
  scans: '/scans',
  scan: (id: string) => `/scans/${at(id)}`,
} as const;
