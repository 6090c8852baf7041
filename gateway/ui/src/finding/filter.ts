import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { FindingState } from '../api/assessed';
import type { FindingFilter, FindingFilterName } from '../kit/paths';
import { noTeam } from '../kit/teams';

/** The filters of a list of findings, as the API names them, in the order in which they are offered. */
export const filterNames: readonly FindingFilterName[] = [
  'severity',
  'party',
  'team',
  'account',
  'ou',
  'layer',
  'control',
  'service',
  'type',
  'region',
  'overdue',
  'since',
  'state',
  'asOf',
];

/** Filters whose values are known, so that several can be ticked; the API parts several by commas. */
export const choices: readonly FindingFilterName[] = ['severity', 'party', 'layer', 'control', 'service', 'type'];

export function filterOf(search: URLSearchParams): FindingFilter {
  const filter: FindingFilter = {};
  for (const name of filterNames) {
    const value = search.get(name);
    if (value !== null && (value !== '' || name === 'team')) {
      filter[name] = value;
    }
  }
  return filter;
}

export function searchOf(filter: FindingFilter): Record<string, string> {
  return Object.fromEntries(filterNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])));
}

/** The state whose findings are on show: the open ones unless the address says otherwise. */
export function stateOf(text: string | undefined): FindingState {
  return text === 'RESOLVED' || text === 'WAIVED' ? text : 'OPEN';
}

/** The filter as tokens of the filter bar; the state and the day have controls of their own. */
export function tokensOf(filter: FindingFilter): PropertyFilterProps.Token[] {
  return filterNames.flatMap((name) => {
    const value = filter[name];
    return name === 'state' || name === 'asOf' || value === undefined
      ? []
      : [{ propertyKey: name, operator: '=', value: tokenValue(name, value) }];
  });
}

function tokenValue(name: FindingFilterName, value: string): string | string[] {
  return choices.includes(name) ? value.split(',') : value === '' ? noTeam : value;
}

/** Tokens as a filter: of two for one property the later counts, what names no property is left out. */
export function filterOfTokens(tokens: readonly PropertyFilterProps.Token[], { state, asOf }: FindingFilter): FindingFilter {
  const filter: FindingFilter = { ...(state === undefined ? {} : { state }), ...(asOf === undefined ? {} : { asOf }) };
  for (const { propertyKey, value } of tokens) {
    const name = filterNames.find((known) => known === propertyKey);
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (name !== undefined && text !== '') {
      filter[name] = name === 'team' && text === noTeam ? '' : text;
    }
  }
  return filter;
}
