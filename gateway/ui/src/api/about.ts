import type { Schemas } from './common';

/** What the gateway says of itself. */
export type About = Schemas['About'];
