import type { Schemas } from './common';

export type Outcome = Schemas['Outcome'];
export type ScanRequest = Schemas['ScanRequest'];

/** An empty list of accounts, regions or types means all that are known. */
export type ScanScopes = Pick<ScanRequest, 'accounts' | 'regions' | 'types'>;

export type ScanProgress = Schemas['ScanProgress'];
export type Scan = Schemas['ScanView'];
