import type { About } from './about';
import type { Finding, FindingDetail, ResourceDetail, ResourceSummary } from './assessed';
import type { Control, Framework, Layer, ResponsibilityMatrix } from './catalog';
import type { Page } from './common';
import { get, post, type Parameters } from './http';
import type { AccountView, OrganizationRef, OrganizationView } from './posture';
import type { Scan, ScanRequest, ScanScopes } from './scans';

const at = encodeURIComponent;

/** Every question that the dashboard puts to the gateway. */
export const api = {
  about: (signal?: AbortSignal) => get<About>('/about', signal),
  organizations: (signal?: AbortSignal) => get<OrganizationRef[]>('/organizations', signal),
  organization: (organization: string, signal?: AbortSignal) =>
    get<OrganizationView>('/organization', signal, { organization }),
  accounts: (query: Parameters, signal?: AbortSignal) => get<Page<AccountView>>('/accounts', signal, query),
  account: (id: string, signal?: AbortSignal) => get<AccountView>(`/accounts/${at(id)}`, signal),
  findings: (query: Parameters, signal?: AbortSignal) => get<Page<Finding>>('/findings', signal, query),
  finding: (id: string, signal?: AbortSignal) => get<FindingDetail>(`/findings/${at(id)}`, signal),
  resources: (query: Parameters, signal?: AbortSignal) => get<Page<ResourceSummary>>('/resources', signal, query),
  resource: (key: string, signal?: AbortSignal) => get<ResourceDetail>(`/resources/${at(key)}`, signal),
  layers: (signal?: AbortSignal) => get<Layer[]>('/layers', signal),
  responsibilities: (signal?: AbortSignal) => get<ResponsibilityMatrix>('/responsibilities', signal),
  controls: (signal?: AbortSignal) => get<Control[]>('/controls', signal),
  control: (id: string, signal?: AbortSignal) => get<Control>(`/controls/${at(id)}`, signal),
  frameworks: (signal?: AbortSignal) => get<Framework[]>('/frameworks', signal),
  scans: (query: Parameters, signal?: AbortSignal) => get<Page<Scan>>('/scans', signal, query),
  scan: (id: string, signal?: AbortSignal) => get<Scan>(`/scans/${at(id)}`, signal),
  startScan: (scopes: ScanScopes) => post<ScanRequest>('/scans', scopes),
};
