import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { useControls } from '../kit/catalog';
import { typeName } from '../kit/format';
import { noTeam, useTeamNames } from '../kit/teams';
import type { ResourceFilter } from './ResourceList';

const properties: PropertyFilterProps.FilteringProperty[] = [
  { key: 'account', propertyLabel: 'Account', groupValuesLabel: 'Accounts', operators: ['='] },
  { key: 'type', propertyLabel: 'Type', groupValuesLabel: 'Types', operators: ['='] },
  { key: 'team', propertyLabel: 'Team', groupValuesLabel: 'Teams', operators: ['='] },
  { key: 'region', propertyLabel: 'Region', groupValuesLabel: 'Regions', operators: ['='] },
];

export function ResourceFilterBar({ filter, onChange }: { filter: ResourceFilter; onChange: (filter: ResourceFilter) => void }) {
  const controls = useControls();
  const teams = useTeamNames();
  const types = [...new Set(controls.all.flatMap(({ type }) => type ?? []))];
  return (
    <PropertyFilter
      hideOperations
      disableFreeTextFiltering
      expandToViewport
      filteringAriaLabel="Filter resources"
      filteringPlaceholder="Filter resources by account, type, team, region"
      filteringProperties={properties}
      filteringOptions={[
        ...types.map((value) => ({ propertyKey: 'type', value, label: typeName(value) })),
        ...teams.map((value) => ({ propertyKey: 'team', value })),
      ]}
      query={{
        tokens: Object.entries(filter).map(([propertyKey, value]) => ({
          propertyKey,
          operator: '=',
          value: value === '' ? noTeam : value,
        })),
        operation: 'and',
      }}
      onChange={({ detail }) =>
        onChange(Object.fromEntries(detail.tokens.map(({ propertyKey, value }) => [propertyKey, value === noTeam ? '' : String(value)])))
      }
    />
  );
}
