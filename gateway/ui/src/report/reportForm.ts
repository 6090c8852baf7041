import type { ProviderEvidence } from '../api/catalog';
import { lines, words } from '../kit/words';

/** What stands in the form of a report, as typed. */
export interface ReportText {
  id: string;
  series: string;
  title: string;
  type: ProviderEvidence['type'];
  issuedOn: string;
  periodStart: string;
  periodEnd: string;
  validUntil: string;
  continuedUntil: string;
  services: readonly string[];
  regions: string;
  exceptions: string;
  expects: string;
  source: string;
}

export const fieldNames: readonly (keyof ReportText)[] = [
  'id',
  'series',
  'title',
  'type',
  'issuedOn',
  'periodStart',
  'periodEnd',
  'validUntil',
  'continuedUntil',
  'services',
  'regions',
  'exceptions',
  'expects',
  'source',
];

export function formOf(report: ProviderEvidence | undefined, series: string): ReportText {
  return {
    id: report?.id ?? '',
    series: report?.series ?? series,
    title: report?.title ?? '',
    type: report?.type ?? 'PERIOD',
    issuedOn: report?.issuedOn ?? '',
    periodStart: report?.periodStart ?? '',
    periodEnd: report?.periodEnd ?? '',
    validUntil: report?.validUntil ?? '',
    continuedUntil: report?.continuedUntil ?? '',
    services: report?.services ?? [],
    regions: report?.regions.join(', ') ?? '',
    exceptions: report?.exceptions.join('\n') ?? '',
    expects: report?.expects.join('\n') ?? '',
    source: report?.source ?? 'AWS Artifact',
  };
}

/** The report as the API takes it: only the dates that its type has. */
export function reportOf(text: ReportText, organization: string): Omit<ProviderEvidence, 'id'> {
  const { series, title, type, issuedOn, services, source } = text;
  const period =
    type === 'PERIOD' ? given({ periodStart: text.periodStart, periodEnd: text.periodEnd, continuedUntil: text.continuedUntil }) : {};
  const until = type === 'CERTIFICATE' ? given({ validUntil: text.validUntil }) : {};
  return {
    series,
    organization,
    title,
    type,
    ...(given({ issuedOn }) as { issuedOn: string }),
    ...period,
    ...until,
    services: [...services],
    regions: words(text.regions),
    exceptions: lines(text.exceptions),
    expects: lines(text.expects),
    source,
  };
}

function given(dates: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(dates).filter(([, value]) => value !== ''));
}
