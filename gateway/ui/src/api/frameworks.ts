import type { Schemas } from './common';

/** How many requirements of a framework pass, fail or are not known. */
export type FrameworkSummary = Schemas['FrameworkSummary'];
export type ControlPosture = Schemas['ControlPosture'];
export type RequirementPosture = Schemas['RequirementPosture'];
export type FrameworkPosture = Schemas['FrameworkPosture'];
