import type { FindingState } from '../api/assessed';

export const stateNames: Record<FindingState, string> = { OPEN: 'Open', WAIVED: 'Waived', RESOLVED: 'Resolved' };
