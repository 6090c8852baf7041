import type { Schemas } from './common';

/** A duty or a verdict that moved, other than by a catalog change: of a duty a party, of a verdict a verdict. */
export type DriftItem = Schemas['DriftItem'];
export type DriftKind = DriftItem['kind'];

export type Moved = Schemas['FindingCounts'];

/** What is new since a moment. */
export type Changes = Schemas['ChangesView'];
