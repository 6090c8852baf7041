import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { parties, severities } from '../api/common';
import { useControls, useLayers } from '../kit/catalog';
import { instant, typeName } from '../kit/format';
import type { FindingFilter, FindingFilterName } from '../kit/paths';
import { useTeamNames } from '../kit/teams';
import { partyName } from '../mark/PartyMark';
import { severityName } from '../mark/SeverityMark';
import { choices, filterOfTokens, tokensOf } from './filter';

const labels: [FindingFilterName, string, string][] = [
  ['severity', 'Severity', 'Severities'],
  ['party', 'Party', 'Parties'],
  ['team', 'Team', 'Teams'],
  ['account', 'Account', 'Accounts'],
  ['ou', 'Unit', 'Units'],
  ['layer', 'Layer', 'Layers'],
  ['control', 'Control', 'Controls'],
  ['service', 'Service', 'Services'],
  ['type', 'Type', 'Types'],
  ['region', 'Region', 'Regions'],
  ['overdue', 'Overdue', 'Overdue or not'],
  ['since', 'First seen since', 'Days'],
];

const formats: Partial<Record<FindingFilterName, (value: unknown) => string>> = {
  overdue: (value) => (value === 'true' ? 'yes' : 'no'),
  since: (value) => (String(value).includes('T') ? instant(String(value)) : String(value)),
};

const properties: PropertyFilterProps.FilteringProperty[] = labels.map(([key, propertyLabel, plural]) => ({
  key,
  propertyLabel,
  groupValuesLabel: plural,
  operators: [choices.includes(key) ? { operator: '=', tokenType: 'enum' } : { operator: '=', format: formats[key] }],
}));

interface FilterBarProps {
  filter: FindingFilter;
  onChange: (filter: FindingFilter) => void;
}

export function FilterBar({ filter, onChange }: FilterBarProps) {
  const options = useOptions();
  return (
    <PropertyFilter
      hideOperations
      disableFreeTextFiltering
      expandToViewport
      filteringAriaLabel="Filter findings"
      filteringPlaceholder="Filter findings by severity, party, team, account, layer"
      filteringProperties={properties}
      filteringOptions={options}
      query={{ tokens: tokensOf(filter), operation: 'and' }}
      onChange={({ detail }) => onChange(filterOfTokens(detail.tokens, filter))}
    />
  );
}

function useOptions(): PropertyFilterProps.FilteringOption[] {
  const layers = useLayers();
  const controls = useControls();
  const teams = useTeamNames();
  const types = [...new Set(controls.all.flatMap(({ type }) => type ?? []))];
  const services = [...new Set(controls.all.flatMap(({ service }) => service ?? []))];
  return [
    ...teams.map((value) => ({ propertyKey: 'team', value })),
    { propertyKey: 'overdue', value: 'true', label: 'yes' },
    ...severities.map((value) => ({ propertyKey: 'severity', value, label: severityName(value) })),
    ...parties.map((value) => ({ propertyKey: 'party', value, label: partyName(value) })),
    ...layers.all.map(({ id, name }) => ({ propertyKey: 'layer', value: id, label: name })),
    ...controls.all.map(({ id, title }) => ({ propertyKey: 'control', value: id, label: title })),
    ...services.map((value) => ({ propertyKey: 'service', value })),
    ...types.map((value) => ({ propertyKey: 'type', value, label: typeName(value) })),
  ];
}
