import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Blind } from '../api/posture';
import { typeName } from '../kit/format';
import { Permission } from '../organization/BlindGroups';
import { blindStates } from '../organization/blindStates';

export function BlindSpots({ blind }: { blind: readonly Blind[] }) {
  return (
    <Table
      variant="borderless"
      contentDensity="compact"
      wrapLines
      items={blind}
      trackBy={({ region, type }) => `${region}/${type}`}
      ariaLabels={{ tableLabel: 'Blind spots' }}
      empty={<Box color="text-body-secondary">Every expected scope has been read.</Box>}
      columnDefinitions={[
        { id: 'type', header: 'Type', cell: ({ type }) => typeName(type), isRowHeader: true, minWidth: 160 },
        { id: 'region', header: 'Region', cell: ({ region }) => region, minWidth: 120 },
        {
          id: 'state',
          header: 'State',
          cell: ({ state }) => <StatusIndicator type={blindStates[state].type}>{blindStates[state].text}</StatusIndicator>,
          minWidth: 155,
        },
        { id: 'reason', header: 'Reason', cell: ({ reason }) => reason ?? '–', minWidth: 180 },
        {
          id: 'permission',
          header: 'Permission that would mend it',
          cell: ({ permission }) => <Permission name={permission} />,
          minWidth: 220,
        },
      ]}
    />
  );
}
