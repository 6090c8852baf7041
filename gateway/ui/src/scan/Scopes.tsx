import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo } from 'react';
import type { ScanProgress } from '../api/scans';
import { ago, count } from '../kit/format';
import { paths } from '../kit/paths';
import { Permission } from '../organization/BlindGroups';
import { byUrgency, isOver, lookOf, partsOf } from './words';

/** Every scope of a scan: how far it is, how it ended, and which permission would mend it. */
export function Scopes({ scopes }: { scopes: readonly ScanProgress[] }) {
  const sorted = useMemo(() => scopes.toSorted(byUrgency), [scopes]);
  const { items, filterProps, collectionProps, paginationProps } = useCollection(sorted, {
    filtering: { fields: ['scope', 'outcome', 'phase', 'reason', 'permission', 'remark'] },
    pagination: { pageSize: 100 },
  });
  return (
    <Table
      {...collectionProps}
      variant="container"
      contentDensity="compact"
      wrapLines
      items={items}
      trackBy="scope"
      ariaLabels={{ tableLabel: 'Scopes' }}
      header={
        <Header variant="h2" counter={`(${count(scopes.length)})`}>
          Scopes
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringAriaLabel="Find scopes"
          filteringPlaceholder="Find scopes by account, region, type, outcome"
        />
      }
      pagination={sorted.length > 100 ? <Pagination {...paginationProps} /> : undefined}
      empty={<Box color="text-body-secondary">No scope is planned yet.</Box>}
      columnDefinitions={columns}
    />
  );
}

const columns: TableProps.ColumnDefinition<ScanProgress>[] = [
  {
    id: 'type',
    header: 'Type',
    cell: ({ scope }) => partsOf(scope).type,
    isRowHeader: true,
    minWidth: 160,
  },
  { id: 'account', header: 'Account', cell: ({ scope }) => <AccountLink id={partsOf(scope).account} />, minWidth: 130 },
  { id: 'region', header: 'Region', cell: ({ scope }) => partsOf(scope).region, minWidth: 120 },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (progress) => <StatusIndicator type={lookOf(progress).type}>{lookOf(progress).text}</StatusIndicator>,
    minWidth: 155,
  },
  { id: 'count', header: 'Resources', cell: (progress) => (isOver(progress) ? count(progress.count) : '–'), minWidth: 100 },
  { id: 'reason', header: 'Reason or remark', cell: whyOf, minWidth: 150 },
  { id: 'permission', header: 'Missing permission', cell: ({ permission }) => <Permission name={permission} />, minWidth: 210 },
  { id: 'at', header: 'Last heard', cell: ({ at }) => ago(at), minWidth: 110 },
];

function whyOf({ reason, remark }: ScanProgress): string {
  return [reason, remark].filter((text) => text !== undefined).join('; ') || '–';
}

function AccountLink({ id }: { id: string }) {
  return <Link href={paths.account(id)}>{id}</Link>;
}
