import type { Schemas } from './common';

export type Layer = Schemas['Layer'];
export type Remedy = Schemas['Remedy'];

/** Ways to mend what a control finds. */
export type Ways = Pick<Remedy, 'console' | 'cli' | 'terraform'>;
export type Control = Schemas['Control'];

/** What an organisation may set. */
export type CatalogParameters = Schemas['Parameters'];
export type Framework = Schemas['Framework'];

/** An AWS report on file that covers the AWS half of controls. */
export type ProviderEvidence = Schemas['ProviderEvidence'];
export type VariantCell = Schemas['VariantCell'];
export type MatrixCell = Schemas['Cell'];
export type MatrixRow = Schemas['Row'];

/** Service by layer whose it is. */
export type ResponsibilityMatrix = Schemas['ResponsibilityMatrix'];
