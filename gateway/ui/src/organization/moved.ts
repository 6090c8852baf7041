import { severities } from '../api/common';
import type { Moved } from '../api/drift';
import { count } from '../shell/format';

export function totalOf({ bySeverity }: Pick<Moved, 'bySeverity'>): number {
  return severities.reduce((sum, severity) => sum + (bySeverity[severity] ?? 0), 0);
}

/** Findings by severity in words: `2 critical, 7 high`. */
export function movedText({ bySeverity }: Pick<Moved, 'bySeverity'>): string {
  return severities
    .filter((severity) => (bySeverity[severity] ?? 0) > 0)
    .map((severity) => `${count(bySeverity[severity] ?? 0)} ${severity}`)
    .join(', ');
}
