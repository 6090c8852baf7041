import Badge from '@cloudscape-design/components/badge';
import type { Severity } from '../api/common';

const texts: Record<Severity, string> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' };

export function severityName(severity: Severity): string {
  return texts[severity];
}

export function SeverityMark({ severity }: { severity: Severity }) {
  return <Badge color={`severity-${severity}`}>{texts[severity]}</Badge>;
}
