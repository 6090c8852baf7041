import type { ProviderEvidence } from './catalog';

export interface ReportOnFile {
  report: ProviderEvidence;
  current: boolean;
  /** The last day on which it counts. */
  currentUntil: string;
  /** Ids of the controls whose AWS half it covers while it is current. */
  controls: string[];
}

export interface ReportSeries {
  series: { id: string; title: string; covers: string; source: string };
  current: boolean;
  controls: string[];
}

/** The AWS reports that an organisation has on file. */
export interface ProviderEvidenceView {
  organization: string;
  on: string;
  reports: ReportOnFile[];
  series: ReportSeries[];
}

export interface Draft {
  draft: { id: number };
}
