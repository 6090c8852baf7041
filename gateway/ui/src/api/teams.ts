import type { Severity } from './common';

export interface Team {
  /** Empty for what no team owns. */
  team: string;
  accounts: number;
  resources: number;
  open: { bySeverity: Partial<Record<Severity, number>> };
  overdue: number;
}
