import type { JsonValue } from '../api/common';

/** One value in a configuration's tree. */
export interface Branch {
  path: string;
  name: string;
  value: JsonValue;
  children: Branch[] | undefined;
}

export function branchesOf(value: JsonValue, path = ''): Branch[] {
  if (Array.isArray(value)) {
    return value.map((child, index) => branch(`${path}[${index}]`, `[${index}]`, child));
  }
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).map(([name, child]) => branch(path === '' ? name : `${path}.${name}`, name, child));
  }
  return [];
}

function branch(path: string, name: string, value: JsonValue): Branch {
  const children = branchesOf(value, path);
  return { path, name, value, children: children.length === 0 ? undefined : children };
}

export function summary(value: JsonValue): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[${value.length}]`;
  }
  if (value !== null && typeof value === 'object') {
    return Object.keys(value).length === 0 ? '{}' : '';
  }
  return JSON.stringify(value);
}
