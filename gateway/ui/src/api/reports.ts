import type { Schemas } from './common';

export type ReportOnFile = Schemas['OnFile'];
export type ReportSeries = Schemas['Series'];

/** The AWS reports that an organisation has on file. */
export type ProviderEvidenceView = Schemas['ProviderEvidenceView'];

export interface Draft {
  draft: { id: number };
}
