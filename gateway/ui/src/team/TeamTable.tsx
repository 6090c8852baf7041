import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { type Severity, severities } from '../api/common';
import type { Team } from '../api/teams';
import { count, counted } from '../kit/format';
import { paths } from '../kit/paths';
import { severityName } from '../mark/SeverityMark';
import { totalOf } from '../organization/moved';

/** Teams with what is open for each; what no team owns stands first until it is sorted otherwise. */
export function TeamTable({ teams }: { teams: readonly Team[] }) {
  const {
    items,
    filterProps,
    collectionProps,
    filteredItemsCount = 0,
  } = useCollection([...teams].sort(byUrgency), {
    filtering: { fields: ['team'] },
    sorting: {},
  });
  return (
    <Table
      {...collectionProps}
      variant="container"
      contentDensity="compact"
      stickyHeader
      wrapLines
      items={items}
      trackBy="team"
      ariaLabels={{ tableLabel: 'Teams' }}
      header={
        <Header
          variant="h2"
          counter={`(${count(teams.filter(({ team }) => team !== '').length)})`}
          description="Open findings by severity, and how many of them are overdue."
        >
          All teams
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringAriaLabel="Find teams"
          filteringPlaceholder="Find teams by name"
          countText={counted(filteredItemsCount, 'match', 'matches')}
        />
      }
      empty={<Box color="text-body-secondary">{teams.length === 0 ? 'No team is known yet.' : 'No team matches.'}</Box>}
      columnDefinitions={columns}
    />
  );
}

/** What no team owns first, then by what is overdue, then by what is open. */
export function byUrgency(a: Team, b: Team): number {
  return (
    Number(b.team === '') - Number(a.team === '') ||
    b.overdue - a.overdue ||
    totalOf(b.open) - totalOf(a.open) ||
    a.team.localeCompare(b.team)
  );
}

const columns: TableProps.ColumnDefinition<Team>[] = [
  { id: 'team', header: 'Team', sortingField: 'team', cell: ({ team }) => <Name team={team} />, isRowHeader: true, minWidth: 180 },
  { id: 'overdue', header: 'Overdue', sortingField: 'overdue', cell: ({ overdue }) => <Overdue overdue={overdue} />, minWidth: 100 },
  ...severities.map(
    (severity): TableProps.ColumnDefinition<Team> => ({
      id: severity,
      header: severityName(severity),
      sortingComparator: (a, b) => (a.open.bySeverity[severity] ?? 0) - (b.open.bySeverity[severity] ?? 0),
      cell: ({ team, open }) => <Open team={team} severity={severity} open={open.bySeverity[severity] ?? 0} />,
      minWidth: 90,
    }),
  ),
  { id: 'accounts', header: 'Accounts', sortingField: 'accounts', cell: ({ accounts }) => count(accounts), minWidth: 100 },
  {
    id: 'resources',
    header: 'Resources',
    sortingField: 'resources',
    cell: ({ team, resources }) => <Link href={paths.resources({ team })}>{count(resources)}</Link>,
    minWidth: 105,
  },
];

function Name({ team }: { team: string }) {
  return team === '' ? (
    <StatusIndicator type="warning">
      <Link href={paths.unowned}>No team</Link>
    </StatusIndicator>
  ) : (
    <Link href={paths.findings({ team })}>{team}</Link>
  );
}

export function Overdue({ overdue }: { overdue: number }) {
  return overdue === 0 ? <>0</> : <StatusIndicator type="warning">{count(overdue)}</StatusIndicator>;
}

function Open({ team, severity, open }: { team: string; severity: Severity; open: number }) {
  return open === 0 ? <>0</> : <Link href={paths.findings({ team, severity })}>{count(open)}</Link>;
}
