import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReportOnFile } from '../api/reports';
import { date } from '../kit/format';

const soon = 30 * 86_400_000;

/** Whether a report counts today, and until when. */
export function CurrentMark({ onFile: { current, currentUntil, report } }: { onFile: ReportOnFile }) {
  const until = date(currentUntil);
  if (current) {
    const lapsing = new Date(currentUntil).getTime() - Date.now() < soon;
    return (
      <StatusIndicator type={lapsing ? 'warning' : 'success'}>
        {lapsing ? 'Lapses' : 'Until'} {until}
      </StatusIndicator>
    );
  }
  return new Date(report.issuedOn) > new Date() ? (
    <StatusIndicator type="pending">From {date(report.issuedOn)}</StatusIndicator>
  ) : (
    <StatusIndicator type="error">Stale since {until}</StatusIndicator>
  );
}
