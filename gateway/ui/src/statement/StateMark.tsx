import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StatementState } from '../api/statements';
import { stateLooks } from './words';

export function StateMark({ state }: { state: StatementState }) {
  return (
    <StatusIndicator type={stateLooks[state].type} wrapText={false}>
      {stateLooks[state].text}
    </StatusIndicator>
  );
}
