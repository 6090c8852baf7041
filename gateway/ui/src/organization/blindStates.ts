import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { BlindState } from '../api/posture';

/** How each reason for not seeing a scope looks and reads. */
export const blindStates: Record<BlindState, { type: StatusIndicatorProps.Type; text: string }> = {
  DENIED: { type: 'error', text: 'Access denied' },
  FAILED: { type: 'error', text: 'Reading failed' },
  STALE: { type: 'warning', text: 'Stale' },
  NEVER_READ: { type: 'pending', text: 'Never read' },
  DISABLED: { type: 'stopped', text: 'Switched off' },
};
