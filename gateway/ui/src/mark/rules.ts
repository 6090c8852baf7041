/** Which rule decided, in words: its place is `model:PAAS`, `service:rds` or `variant:rds/custom`. */
export function ruleName(decidedBy: string): string {
  const [kind = '', place = ''] = decidedBy.split(/:(.*)/s);
  const [service, variant] = place.split('/');
  switch (kind) {
    case 'model':
      return `service model ${place}`;
    case 'service':
      return `service ${place}`;
    case 'variant':
      return `variant ${variant ?? place} of service ${service}`;
    default:
      return decidedBy;
  }
}
