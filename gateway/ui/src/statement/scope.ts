import type { StatementScope } from '../api/statements';
import { lines } from '../kit/words';
import { accountOf } from './words';

export type ScopeWidth = 'organization' | 'ou' | 'accounts' | 'resources';

/** What stands in the fields of a scope; only those of the chosen width count. */
export interface ScopeText {
  width: ScopeWidth;
  ou: readonly string[];
  accounts: readonly string[];
  resources: string;
}

export function startingScope(resource: string | undefined): ScopeText {
  return { width: resource === undefined ? 'organization' : 'resources', ou: [], accounts: [], resources: resource ?? '' };
}

/** The scope as the API takes it. */
export function scopeOf({ width, ou, accounts, resources }: ScopeText, organization: string): StatementScope {
  const all = { organization, ou: [], accounts: [], resources: [] };
  switch (width) {
    case 'organization':
      return all;
    case 'ou':
      return { ...all, ou: [...ou] };
    case 'accounts':
      return { ...all, accounts: [...accounts] };
    case 'resources': {
      const keys = lines(resources);
      return { ...all, accounts: [...new Set(keys.map(accountOf))], resources: keys };
    }
  }
}
