import type { Schemas } from './common';

export type Counts = Schemas['Counts'];

/** A score, never without its range. */
export type Score = Schemas['Score'];
export type Assurance = Schemas['Assurance'];
export type Blind = Schemas['Blind'];
export type BlindState = Blind['state'];
export type Gap = Schemas['Gap'];
export type PackedTallies = Schemas['PackedTallies'];
export type Scorecard = Schemas['Scorecard'];
export type Account = Schemas['Account'];
export type AccountView = Schemas['AccountView'];
export type OrganizationRef = Schemas['OrganizationSummary'];
export type BlindGroup = Schemas['BlindGroup'];
export type Unit = Schemas['UnitView'];
export type LayerCell = Schemas['LayerCell'];
export type AccountRow = Schemas['AccountRow'];
export type FailingControl = Schemas['FailingControl'];

/** An organisation's posture, or the part of it that a team owns, which has neither grades nor a count of resources. */
export type OrganizationView = Schemas['OrganizationView'];
