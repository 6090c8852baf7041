import type { Category, Party, ServiceModel, Severity } from './common';

export interface Layer {
  id: string;
  name: string;
  ofTheCloud: boolean;
  about: string;
}

export interface Remedy {
  console?: string;
  cli?: string;
  terraform?: string;
}

export interface Control {
  id: string;
  number: number;
  title: string;
  service?: string;
  type?: string;
  placement?: 'REGIONAL' | 'GLOBAL' | 'BOTH';
  layer: string;
  category: Category;
  severity: Severity;
  assessment: 'AUTOMATED' | 'ATTESTATION' | 'PROVIDER_EVIDENCE';
  when?: string;
  assert?: string;
  evidence: string[];
  why: string;
  remedy: Remedy;
  provider?: { duty: string; evidence: string[] };
  duties: string[];
  /** After how many days it must be attested anew; none where it is not attested. */
  renewalDays?: number;
  /** Ids of the controls whose failure says that an attestation is not true. */
  contradictedBy?: string[];
  /** What a failure may be declared to be, such as `public on purpose`; none where it may not. */
  declarable?: string;
  maps: Record<string, string[]>;
}

/** What an organisation may set. */
export interface CatalogParameters {
  weights: Record<Severity, number>;
  dueDays: Partial<Record<Severity, number>>;
  /** For how many days a failure may be waived at most. */
  waiverDays?: Record<Severity, number>;
}

export interface Framework {
  id: string;
  name: string;
  version: string;
  requirements: Record<string, string>;
}

/** An AWS report on file that covers the AWS half of controls. */
export interface ProviderEvidence {
  id: string;
  series: string;
  organization?: string;
  title: string;
  type: 'POINT_IN_TIME' | 'PERIOD' | 'CERTIFICATE';
  issuedOn: string;
  periodStart?: string;
  periodEnd?: string;
  validUntil?: string;
  continuedUntil?: string;
  services: string[];
  regions: string[];
  exceptions: string[];
  expects: string[];
  source: string;
}

export interface VariantCell {
  variant: string;
  name: string;
  party: Party;
  rule: string;
}

export interface MatrixCell {
  party: Party;
  rule: string;
  source: string;
  decidedBy: string;
  variants: VariantCell[];
}

export interface MatrixRow {
  service: string;
  name: string;
  model: ServiceModel;
  cells: Record<string, MatrixCell>;
}

/** Service by layer whose it is. */
export interface ResponsibilityMatrix {
  layers: Layer[];
  rows: MatrixRow[];
}
