import type { Control, ProviderEvidence, Remedy } from './catalog';
import type { Category, Evidence, JsonValue, LayerOwnership, Owner, Party, ResourceRef, Severity, Verdict } from './common';
import type { StatementKind } from './statements';

export type FindingState = 'OPEN' | 'RESOLVED' | 'WAIVED';

export interface Finding {
  id: string;
  control: string;
  title: string;
  severity: Severity;
  category: Category;
  party: Party;
  layer: string;
  service?: string;
  owner: Owner;
  resource: ResourceRef;
  state: FindingState;
  reason?: string;
  since: string;
  dueAt?: string;
  until?: string;
  lastVerified: string;
  /** Id of the waiver that ends last, where it is waived. */
  waiver?: string;
}

/** AWS's half of a shared control. */
export interface ProviderHalf {
  duty: string;
  verdict: Verdict;
  reason: string;
  evidence: ProviderEvidence[];
}

export interface Interval {
  since: string;
  until?: string;
}

export interface FindingDetail {
  finding: Finding;
  whose: LayerOwnership;
  why: string;
  remedy: Remedy;
  evidence: Evidence[];
  customerHalf: Verdict;
  provider?: ProviderHalf;
  maps: Record<string, string[]>;
  history: Interval[];
}

export interface ResourceSummary {
  resource: ResourceRef;
  service?: string;
  team?: string;
  observedAt: string;
  pass: number;
  fail: number;
  unknown: number;
}

export interface ControlVerdict {
  control: string;
  title: string;
  severity: Severity;
  category: Category;
  party: Party;
  layer: string;
  verdict: Verdict;
  reason?: string;
  permission?: string;
  since: string;
  finding?: string;
  /** Id of the attestation, waiver or declaration that decided. */
  statement?: string;
  statementKind?: StatementKind;
  verified: Verified;
}

/** How, by what and when a verdict was last verified. */
export interface Verified {
  how: Control['assessment'];
  source?: Source;
  /** The run that read the resource, or the attestation. */
  by?: string;
  /** None where nobody attested. */
  at?: string;
}

/** Where a run reads from. */
export type Source = 'LIVE' | 'AWS_CONFIG' | 'SNAPSHOT';

export interface ResourceConfiguration {
  accountId: string;
  awsRegion: string;
  resourceType: string;
  resourceId: string;
  arn?: string;
  resourceName?: string;
  tags: Record<string, string>;
  configurationItemCaptureTime: string;
  configuration: Record<string, JsonValue>;
  supplementaryConfiguration: Record<string, JsonValue>;
  relationships: { resourceType: string; resourceId: string; name: string }[];
  unread: { path: string; reason: string; permission?: string }[];
}

export interface ResourceDetail {
  resource: ResourceRef;
  service?: string;
  owner: Owner;
  observedAt: string;
  revision: number;
  configuration: ResourceConfiguration;
  layers: LayerOwnership[];
  verdicts: ControlVerdict[];
}
