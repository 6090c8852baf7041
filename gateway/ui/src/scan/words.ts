import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Outcome, ScanProgress, ScanRequest } from '../api/scans';
import { typeName } from '../kit/format';

const triggers: Record<ScanRequest['trigger'], string> = {
  SCHEDULE: 'Schedule',
  REQUEST: 'A person',
  COMMAND_LINE: 'Command line',
  IMPORT: 'Import of a file',
  CHANGE: 'A change in the account',
};

export function triggerName(trigger: ScanRequest['trigger']): string {
  return triggers[trigger];
}

interface Look {
  type: StatusIndicatorProps.Type;
  text: string;
}

const outcomes: Record<Outcome, Look> = {
  COMPLETE: { type: 'success', text: 'Complete' },
  DENIED: { type: 'error', text: 'Access denied' },
  FAILED: { type: 'error', text: 'Failed' },
  DISABLED: { type: 'stopped', text: 'Switched off' },
};

export function lookOf({ phase, outcome }: ScanProgress): Look {
  if (phase === 'OVERRULED') {
    return { type: 'stopped', text: 'Overruled' };
  }
  if (phase === 'ENDED' && outcome !== undefined) {
    return outcomes[outcome];
  }
  return phase === 'PLANNED' ? { type: 'pending', text: 'Planned' } : { type: 'in-progress', text: 'Being read' };
}

/** Whether nothing more is read of the scope. */
export function isOver({ phase }: ScanProgress): boolean {
  return phase === 'ENDED' || phase === 'OVERRULED';
}

const urgency = ['DENIED', 'FAILED', 'OVERRULED', 'DISABLED', 'BEGUN', 'PLANNED', 'COMPLETE'];

/** What went wrong first, then what is under way, then what is complete. */
export function byUrgency(a: ScanProgress, b: ScanProgress): number {
  const rank = ({ phase, outcome }: ScanProgress) => urgency.indexOf(phase === 'OVERRULED' ? phase : (outcome ?? phase));
  return rank(a) - rank(b) || a.scope.localeCompare(b.scope);
}

/** A scope, written `account/region/type`, in its parts. */
export function partsOf(scope: string): { account: string; region: string; type: string } {
  const [account = '', region = '', type = ''] = scope.split('/');
  return { account, region, type: typeName(type) };
}
