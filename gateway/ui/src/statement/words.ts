import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Control } from '../api/catalog';
import type { Statement, StatementKind, StatementScope, StatementState } from '../api/statements';
import { counted } from '../kit/format';

interface KindWords {
  one: string;
  many: string;
  /** What the list is of. */
  about: string;
  /** What its text says, and what to write there. */
  text: string;
  textHelp: string;
  propose: string;
}

export const kindNames: Record<StatementKind, KindWords> = {
  ATTESTATION: {
    one: 'Attestation',
    many: 'Attestations',
    about: 'Statements of a person that a control holds which no configuration can prove. A contrary finding revokes one.',
    text: 'Statement',
    textHelp: 'What holds, since when, and how one can tell.',
    propose: 'Attest a control',
  },
  WAIVER: {
    one: 'Waiver',
    many: 'Waivers',
    about: 'Accepted failures: neither passed nor failed in a score, listed apart, and open again when the waiver ends.',
    text: 'Reason',
    textHelp: 'Why the failure is accepted for a time.',
    propose: 'Waive a failure',
  },
  DECLARATION: {
    one: 'Declaration',
    many: 'Declarations',
    about: 'What a control takes for a failure and is meant to be so, such as a bucket that is public on purpose.',
    text: 'Purpose',
    textHelp: 'What it is for, and why it must be so.',
    propose: 'Declare a purpose',
  },
};

export const states: readonly StatementState[] = ['PROPOSED', 'ACTIVE', 'EXPIRED', 'REJECTED', 'WITHDRAWN', 'REVOKED'];

export const stateLooks: Record<StatementState, { type: StatusIndicatorProps.Type; text: string }> = {
  PROPOSED: { type: 'pending', text: 'Proposed' },
  ACTIVE: { type: 'success', text: 'Active' },
  EXPIRED: { type: 'stopped', text: 'Expired' },
  REJECTED: { type: 'error', text: 'Rejected' },
  WITHDRAWN: { type: 'stopped', text: 'Withdrawn' },
  REVOKED: { type: 'error', text: 'Revoked' },
};

/** Which controls a statement of a kind can be about. */
export function canBeAbout(kind: StatementKind, { assessment, category, declarable }: Control): boolean {
  switch (kind) {
    case 'ATTESTATION':
      return assessment === 'ATTESTATION';
    case 'WAIVER':
      return assessment === 'AUTOMATED' && category !== 'INHERITED';
    case 'DECLARATION':
      return declarable !== undefined;
  }
}

export function scopeText({ scope, accounts }: Pick<Statement, 'scope' | 'accounts'>): string {
  const one = scope.resources?.length === 1 || scope.accounts?.length === 1;
  return one ? whatOf(scope) : `${whatOf(scope)}, ${counted(accounts, 'account')}`;
}

function whatOf({ resources = [], accounts = [], ou = [] }: StatementScope): string {
  if (resources.length > 0) {
    return counted(resources.length, 'resource');
  }
  if (accounts.length > 0) {
    return accounts.length === 1 ? `Account ${accounts[0]}` : 'Named accounts';
  }
  return ou.length > 0 ? `Unit ${ou.join(' / ')}` : 'Whole organisation';
}

/** A resource's account, which its key begins with. */
export function accountOf(resourceKey: string): string {
  return resourceKey.split('.')[0] ?? '';
}
