export type Party = 'AWS' | 'SHARED' | 'CUSTOMER';
export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN' | 'NOT_APPLICABLE';
export type Severity = 'critical' | 'high' | 'medium' | 'low';
export type Category = 'INHERITED' | 'SHARED' | 'CUSTOMER_SPECIFIC';
export type ServiceModel = 'IAAS' | 'PAAS' | 'ABSTRACTED' | 'SAAS';
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

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

export interface Owner {
  party: Party;
  account: string;
  accountName: string;
  team?: string;
}

export interface ResourceRef {
  key: string;
  account: string;
  region: string;
  type: string;
  id: string;
  name?: string;
  arn?: string;
}

export interface Evidence {
  path: string;
  state: 'READ' | 'NONE' | 'ABSENT' | 'UNREAD';
  value?: JsonValue;
}

/** Whose a layer is on one resource. */
export interface LayerOwnership {
  layer: string;
  name: string;
  ofTheCloud: boolean;
  party: Party;
  rule: string;
  source: string;
  decidedBy: string;
  paths: Evidence[];
  undecided?: Undecided;
  /** Who answers for it where that is not the account that the resource is in. */
  inheritedFrom?: Owner;
}

export interface Undecided {
  rule: string;
  path: string;
  reason: string;
  permission?: string;
}
