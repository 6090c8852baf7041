export type Outcome = 'COMPLETE' | 'DENIED' | 'FAILED' | 'DISABLED';

/** An empty list of accounts, regions or types means all that are known. */
export interface ScanScopes {
  accounts: string[];
  regions: string[];
  types: string[];
}

export interface ScanRequest extends ScanScopes {
  id: string;
  requestedAt: string;
  trigger: 'SCHEDULE' | 'REQUEST' | 'COMMAND_LINE' | 'IMPORT' | 'CHANGE';
}

export interface ScanProgress {
  run: string;
  scope: string;
  phase: 'PLANNED' | 'BEGUN' | 'ENDED';
  at: string;
  outcome?: Outcome;
  count: number;
  reason?: string;
  permission?: string;
}

export interface Scan {
  request: ScanRequest;
  state: 'RUNNING' | 'ENDED' | 'FAILED';
  reason?: string;
  endedAt?: string;
  planned: number;
  ended: number;
  notComplete: number;
  resources: number;
  scopes: ScanProgress[];
}
