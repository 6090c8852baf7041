import type { components } from './schema';

/** The records of the API, as its description has them. */
export type Schemas = components['schemas'];

export type Party = Schemas['Party'];
export type Verdict = Schemas['Verdict'];
export type Severity = Schemas['Severity'];
export type Category = Schemas['Category'];
export type ServiceModel = Schemas['ServiceModel'];
export type Grade = Schemas['Grade'];

export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
export const parties: readonly Party[] = ['AWS', 'SHARED', 'CUSTOMER'];

/** A JSON value, as a resource's configuration holds them. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

export interface Page<T> {
  items: T[];
  next?: string;
  total?: number;
}

/** An RFC 9457 problem. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  field?: string;
}

export type ResourceRef = Schemas['ResourceRef'];

/** The path of a configuration and what is known of its value. */
export type Evidence = Schemas['EvidenceView'];

/** Whose a layer is on one resource. */
export type LayerOwnership = Schemas['LayerView'];

export type Owner = LayerOwnership['inheritedFrom'] & {};

export type Undecided = Schemas['Undecided'];
