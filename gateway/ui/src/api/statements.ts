import type { Schemas } from './common';

export type StatementKind = Schemas['StatementKind'];
export type Decision = 'approve' | 'reject' | 'withdraw';

/** Where each kind of statement is kept, in the API and on the pages alike. */
export const collections: Record<StatementKind, string> = {
  ATTESTATION: 'attestations',
  WAIVER: 'waivers',
  DECLARATION: 'declarations',
};

/** What a statement is about; the organisation alone means all of its accounts. */
export type StatementScope = Schemas['StatementScope'];
export type EvidenceFile = Schemas['EvidenceFileView'];
export type Revocation = Schemas['Revocation'];

/** An attestation, a waiver or a declaration. */
export type Statement = Schemas['StatementView'];
export type StatementState = Statement['state'];

export type Proposal = Schemas['StatementProposal'];
export type Renewal = Pick<Proposal, 'text' | 'evidenceFiles' | 'author' | 'expiresAt'>;
