import type { ProviderEvidence } from '../api/catalog';
import { date } from '../kit/format';

export const typeNames: Record<ProviderEvidence['type'], string> = {
  PERIOD: 'Period report',
  CERTIFICATE: 'Certificate',
  POINT_IN_TIME: 'Report of one day',
};

/** How long a report speaks. */
export function spanOf({ type, periodStart, periodEnd, validUntil, continuedUntil }: ProviderEvidence): string {
  const continued = continuedUntil === undefined ? '' : `, continued until ${date(continuedUntil)}`;
  switch (type) {
    case 'POINT_IN_TIME':
      return `Of one day${continued}`;
    case 'PERIOD':
      return `Period ${periodStart === undefined ? 'up' : date(periodStart)} to ${date(periodEnd)}${continued}`;
    case 'CERTIFICATE':
      return `Certificate valid until ${date(validUntil)}${continued}`;
  }
}
