import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Scan } from '../api/scans';
import { count } from '../kit/format';

/** How far a scan is, in a word. */
export function Progress({ scan: { state, planned, ended, notComplete } }: { scan: Scan }) {
  if (state === 'RUNNING') {
    return (
      <StatusIndicator type="in-progress">
        {count(ended)} of {count(planned)} scopes
      </StatusIndicator>
    );
  }
  if (state === 'FAILED') {
    return <StatusIndicator type="error">Failed</StatusIndicator>;
  }
  return notComplete === 0 ? (
    <StatusIndicator type="success">Complete</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">Ended with gaps</StatusIndicator>
  );
}
