import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Verdict } from '../api/common';

const looks: Record<Verdict, { type: StatusIndicatorProps.Type; text: string }> = {
  PASS: { type: 'success', text: 'Pass' },
  FAIL: { type: 'error', text: 'Fail' },
  UNKNOWN: { type: 'warning', text: 'Unknown' },
  NOT_APPLICABLE: { type: 'stopped', text: 'Not applicable' },
};

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const look = looks[verdict];
  return <StatusIndicator type={look.type}>{look.text}</StatusIndicator>;
}
