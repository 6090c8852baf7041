import type { Schemas } from './common';

/** A team; its name is empty for what no team owns. */
export type Team = Schemas['TeamView'];
