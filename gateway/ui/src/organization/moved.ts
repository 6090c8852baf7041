import { type Severity, severities } from '../api/common';
import { count } from '../kit/format';

interface BySeverity {
  bySeverity: Partial<Record<Severity, number>>;
}

export function totalOf({ bySeverity }: BySeverity): number {
  return severities.reduce((sum, severity) => sum + (bySeverity[severity] ?? 0), 0);
}

/** Findings by severity in words: `2 critical, 7 high`. */
export function movedText({ bySeverity }: BySeverity): string {
  return severities
    .filter((severity) => (bySeverity[severity] ?? 0) > 0)
    .map((severity) => `${count(bySeverity[severity] ?? 0)} ${severity}`)
    .join(', ');
}
