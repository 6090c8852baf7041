import type { Grade, Severity } from './common';

export interface Counts {
  pass: number;
  fail: number;
  unknown: number;
  waived: number;
  notApplicable: number;
}

/** A score, never without its range. */
export interface Score {
  value?: number;
  low?: number;
  high?: number;
  coverage?: number;
  securityHub?: number;
  counts: Counts;
}

export interface Assurance {
  covered: number;
  controls: number;
}

export type BlindState = 'NEVER_READ' | 'DENIED' | 'FAILED' | 'DISABLED' | 'STALE';

export interface Blind {
  region: string;
  type: string;
  state: BlindState;
  reason?: string;
  permission?: string;
}

export interface Gap {
  control: string;
  failing: number;
  gain: number;
}

export interface PackedTallies {
  teams: string[];
  counters: string;
}

export interface Scorecard {
  account: string;
  organization: string;
  version: number;
  computedAt: string;
  revision: number;
  engine: number;
  reassessing: boolean;
  observedFrom?: string;
  observedTo?: string;
  grade?: Grade;
  overall: Score;
  customer: Score;
  shared: Score;
  assurance: Assurance;
  resources: number;
  scopesRead: number;
  scopesExpected: number;
  blind: Blind[];
  topGaps: Gap[];
  tallies?: PackedTallies;
}

export interface Account {
  id: string;
  name: string;
  organization: string;
  ouPath: string[];
  status: 'ACTIVE' | 'SUSPENDED' | 'GONE';
  enabledRegions: string[];
  team?: string;
}

export interface AccountView {
  account: Account;
  scorecard?: Scorecard;
}

export interface OrganizationRef {
  id: string;
  name: string;
  accounts: number;
}

export interface BlindGroup {
  state: BlindState;
  reason?: string;
  permission?: string;
  scopes: number;
  accounts: string[];
}

export interface Unit {
  path: string[];
  accounts: number;
  worst?: Grade;
  overall: Score;
}

export interface LayerCell {
  value?: number;
  fail: number;
  unknown: number;
}

export interface AccountRow {
  account: string;
  name: string;
  ouPath: string[];
  team?: string;
  grade?: Grade;
  overall: Score;
  layers: Record<string, LayerCell>;
}

export interface FailingControl {
  control: string;
  title: string;
  severity: Severity;
  layer: string;
  failing: number;
  accounts: number;
  gain: number;
}

/** An organisation's posture, or the part of it that a team owns, which has neither grades nor a count of resources. */
export interface OrganizationView {
  organization: string;
  team?: string;
  observedFrom?: string;
  observedTo?: string;
  accountsRead: number;
  accountsExpected: number;
  scopesRead: number;
  scopesExpected: number;
  reassessing: boolean;
  resources?: number;
  overall: Score;
  customer: Score;
  shared: Score;
  /** Mean of the accounts' own Security Hub measures; that of `overall` fails a control everywhere that fails anywhere. */
  securityHubMean?: number;
  assurance: Assurance;
  failing: Partial<Record<Severity, number>>;
  failingByTeam: Record<string, number>;
  blind: BlindGroup[];
  units: Unit[];
  accounts: AccountRow[];
  failingControls: FailingControl[];
}
