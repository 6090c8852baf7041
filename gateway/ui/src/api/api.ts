import type { About } from './about';
import type { Finding, FindingDetail, ResourceDetail, ResourceSummary } from './assessed';
import type { CatalogParameters, Control, Framework, Layer, ProviderEvidence, ResponsibilityMatrix } from './catalog';
import type { Page } from './common';
import type { Changes, DriftItem } from './drift';
import type { FrameworkPosture, FrameworkSummary } from './frameworks';
import { get, type Parameters, post, put, remove, removeWith, send, upload } from './http';
import type { Me, Persona } from './me';
import type { AccountView, OrganizationRef, OrganizationView } from './posture';
import type { Draft, ProviderEvidenceView } from './reports';
import type { Scan, ScanRequest, ScanScopes } from './scans';
import {
  collections,
  type Decision,
  type EvidenceFile,
  type Proposal,
  type Renewal,
  type Statement,
  type StatementKind,
} from './statements';
import type { Team } from './teams';

const at = encodeURIComponent;

/** Where an evidence file is downloaded. */
export function evidenceAddress(id: string): string {
  return `/api/v1/evidence-files/${at(id)}`;
}

/** Where every verdict of an account is downloaded, PASS included. */
export function verdictsAddress(account: string): string {
  return `/api/v1/exports/verdicts.csv?account=${at(account)}`;
}

/** Every question that the dashboard puts to the gateway. */
export const api = {
  about: (signal?: AbortSignal) => get<About>('/about', signal),
  me: (signal?: AbortSignal) => get<Me>('/me', signal),
  takeOn: ({ role, reach }: Persona) => send('PUT', '/me/persona', { role, reach }),
  putOff: () => remove('/me/persona'),
  organizations: (signal?: AbortSignal) => get<OrganizationRef[]>('/organizations', signal),
  organization: (organization: string, signal?: AbortSignal, team?: string) =>
    get<OrganizationView>('/organization', signal, { organization, team }),
  accounts: (query: Parameters, signal?: AbortSignal) => get<Page<AccountView>>('/accounts', signal, query),
  account: (id: string, query: Parameters, signal?: AbortSignal) => get<AccountView>(`/accounts/${at(id)}`, signal, query),
  findings: (query: Parameters, signal?: AbortSignal) => get<Page<Finding>>('/findings', signal, query),
  finding: (id: string, signal?: AbortSignal) => get<FindingDetail>(`/findings/${at(id)}`, signal),
  resources: (query: Parameters, signal?: AbortSignal) => get<Page<ResourceSummary>>('/resources', signal, query),
  resource: (key: string, signal?: AbortSignal) => get<ResourceDetail>(`/resources/${at(key)}`, signal),
  layers: (signal?: AbortSignal) => get<Layer[]>('/layers', signal),
  responsibilities: (signal?: AbortSignal) => get<ResponsibilityMatrix>('/responsibilities', signal),
  controls: (signal?: AbortSignal) => get<Control[]>('/controls', signal),
  control: (id: string, signal?: AbortSignal) => get<Control>(`/controls/${at(id)}`, signal),
  parameters: (signal?: AbortSignal) => get<CatalogParameters>('/parameters', signal),
  frameworks: (signal?: AbortSignal) => get<Framework[]>('/frameworks', signal),
  frameworkPostures: (query: Parameters, signal?: AbortSignal) => get<FrameworkSummary[]>('/frameworks/postures', signal, query),
  framework: (id: string, query: Parameters, signal?: AbortSignal) => get<FrameworkPosture>(`/frameworks/${at(id)}`, signal, query),
  providerEvidence: (organization: string, signal?: AbortSignal) =>
    get<ProviderEvidenceView>('/provider-evidence', signal, { organization }),
  beginDraft: () => post<Draft>('/drafts'),
  putReport: (draft: number, report: Omit<ProviderEvidence, 'id'>, id: string) =>
    put<Draft>(`/drafts/${draft}/provider-evidence/${at(id)}`, report),
  dropDraft: (draft: number) => remove(`/drafts/${draft}`),
  publishDraft: (draft: number) => post<{ number: number }>(`/drafts/${draft}/publish`),
  teams: (organization: string, signal?: AbortSignal) => get<Team[]>('/teams', signal, { organization }),
  changes: (query: Parameters, signal?: AbortSignal) => get<Changes>('/changes', signal, query),
  drift: (query: Parameters, signal?: AbortSignal) => get<Page<DriftItem>>('/drift', signal, query),
  statements: (kind: StatementKind, query: Parameters, signal?: AbortSignal) =>
    get<Page<Statement>>(`/${collections[kind]}`, signal, query),
  statement: (kind: StatementKind, id: string, signal?: AbortSignal) => get<Statement>(`/${collections[kind]}/${at(id)}`, signal),
  propose: (kind: StatementKind, proposal: Proposal) => post<Statement>(`/${collections[kind]}`, proposal),
  decide: (kind: StatementKind, id: string, decision: Decision, by: string, comment?: string) =>
    post<Statement>(`/${collections[kind]}/${at(id)}/${decision}`, { by, comment }),
  renew: (id: string, renewal: Renewal) => post<Statement>(`/attestations/${at(id)}/renew`, renewal),
  uploadEvidence: (file: File) => upload<EvidenceFile>('/evidence-files', file, { name: file.name }),
  eraseEvidence: (id: string, by: string, reason: string) => removeWith<EvidenceFile>(`/evidence-files/${at(id)}`, { by, reason }),
  scans: (query: Parameters, signal?: AbortSignal) => get<Page<Scan>>('/scans', signal, query),
  scan: (id: string, signal?: AbortSignal) => get<Scan>(`/scans/${at(id)}`, signal),
  startScan: (scopes: ScanScopes) => post<ScanRequest>('/scans', scopes),
};
