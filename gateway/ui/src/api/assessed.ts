import type { JsonValue, Schemas } from './common';

export type Finding = Schemas['FindingView'];
export type FindingState = Finding['state'];

/** AWS's half of a shared control. */
export type ProviderHalf = Schemas['ProviderHalfView'];
export type Interval = Schemas['Interval'];
export type FindingDetail = Schemas['FindingDetail'];

/** What to do on one resource. */
export type ResourceRemedy = Schemas['ResourceRemedy'];
export type ResourceSummary = Schemas['ResourceView'];
export type ControlVerdict = Schemas['VerdictView'];

/** How, by what and when a verdict was last verified. */
export type Verified = Schemas['Verified'];

/** Where a run reads from. */
export type Source = Schemas['Source'];

export type ResourceConfiguration = Schemas['ResourceConfiguration'] & {
  configuration: Record<string, JsonValue>;
  supplementaryConfiguration: Record<string, JsonValue>;
};

export type ResourceDetail = Schemas['ResourceDetail'] & { configuration: ResourceConfiguration };
