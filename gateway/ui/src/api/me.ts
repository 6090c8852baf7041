import type { Schemas } from './common';

/** Who asks, and what they may see and do. */
export type Me = Schemas['Me'];
export type Role = Schemas['Role'];
export type Persona = Schemas['Suggested'];
