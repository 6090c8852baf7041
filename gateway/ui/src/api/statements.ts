import type { Severity } from './common';

export type StatementKind = 'ATTESTATION' | 'WAIVER' | 'DECLARATION';
export type StatementState = 'PROPOSED' | 'ACTIVE' | 'EXPIRED' | 'REJECTED' | 'WITHDRAWN' | 'REVOKED';
export type Decision = 'approve' | 'reject' | 'withdraw';

/** Where each kind of statement is kept, in the API and on the pages alike. */
export const collections: Record<StatementKind, string> = {
  ATTESTATION: 'attestations',
  WAIVER: 'waivers',
  DECLARATION: 'declarations',
};

/** What a statement is about; the organisation alone means all of its accounts. */
export interface StatementScope {
  organization?: string;
  /** Names of units from the root down. */
  ou?: string[];
  accounts?: string[];
  resources?: string[];
}

export interface EvidenceFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
}

export interface Revocation {
  account: string;
  finding?: string;
  at: string;
  reason: string;
}

/** An attestation, a waiver or a declaration. */
export interface Statement {
  id: string;
  kind: StatementKind;
  control: string;
  title: string;
  severity: Severity;
  layer: string;
  scope: StatementScope;
  text: string;
  compensatingControl?: string;
  evidence: EvidenceFile[];
  author: string;
  proposedAt: string;
  decidedBy?: string;
  decidedAt?: string;
  decision?: string;
  validFrom?: string;
  expiresAt: string;
  /** How often the control must be attested again; none for once. */
  renewalDays?: number;
  state: StatementState;
  revocations: Revocation[];
  accounts: number;
}

export interface Proposal {
  control: string;
  scope: StatementScope;
  text: string;
  compensatingControl?: string;
  evidenceFiles: string[];
  author: string;
  validFrom?: string;
  expiresAt: string | undefined;
}

export interface Renewal {
  text?: string;
  evidenceFiles: string[];
  author: string;
  expiresAt: string | undefined;
}
