import type { Party, ResourceRef, Severity, Verdict } from './common';

export type DriftKind = 'DUTY' | 'VERDICT';

/** A duty or a verdict that moved, other than by a catalog change. */
export interface DriftItem {
  kind: DriftKind;
  at: string;
  account: string;
  workload?: string;
  resource: ResourceRef;
  layer?: string;
  control?: string;
  /** Of a duty a party, of a verdict a verdict; none where a workload entered or left. */
  from?: Party | Verdict;
  to?: Party | Verdict;
  rule?: string;
  cause?: string;
}

export interface Moved {
  bySeverity: Partial<Record<Severity, number>>;
  byTeam: Record<string, number>;
}

/** What is new since a moment. */
export interface Changes {
  since: string;
  until: string;
  opened: Moved;
  resolved: Moved;
  duties: DriftItem[];
  dutiesTotal: number;
  overdue: Moved;
  unowned: { resources: number; findings: number };
}
