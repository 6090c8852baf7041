import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { api } from '../api/api';
import type { ResourceSummary } from '../api/assessed';
import { usePages } from '../api/usePages';
import { ago, count, typeName } from '../kit/format';
import { counterOf, ListFooter } from '../kit/ListFooter';
import { paths } from '../kit/paths';

export type ResourceFilter = { account?: string; type?: string; region?: string; team?: string };

interface ResourceListProps {
  filter: ResourceFilter;
  organization?: string | undefined;
  variant?: 'container' | 'borderless';
}

export function ResourceList({ filter, organization, variant = 'borderless' }: ResourceListProps) {
  const key = `resources/${organization ?? ''}?${new URLSearchParams(filter).toString()}`;
  const pages = usePages(key, (cursor, signal) => api.resources({ ...filter, organization, cursor, limit: 50 }, signal));
  return (
    <Table
      variant={variant}
      contentDensity="compact"
      stickyHeader={variant === 'container'}
      wrapLines
      loading={pages.loading}
      loadingText="Loading the resources"
      items={pages.items}
      trackBy={({ resource }) => resource.key}
      ariaLabels={{ tableLabel: 'Resources' }}
      header={
        <Header variant={variant === 'container' ? 'h2' : 'h3'} counter={counterOf(pages)}>
          Resources
        </Header>
      }
      empty={
        <Box textAlign="center" color="text-body-secondary">
          {pages.error === undefined ? 'No resource matches.' : 'The resources could not be read.'}
        </Box>
      }
      footer={<ListFooter pages={pages} what="resources" />}
      columnDefinitions={columns}
    />
  );
}

const columns: TableProps.ColumnDefinition<ResourceSummary>[] = [
  {
    id: 'name',
    header: 'Resource',
    cell: ({ resource }) => (
      <>
        <Link href={paths.resource(resource.key)}>{resource.name ?? resource.id}</Link>
        {resource.name !== undefined && resource.name !== resource.id && <div className="grid-note">{resource.id}</div>}
      </>
    ),
    isRowHeader: true,
    minWidth: 220,
  },
  { id: 'type', header: 'Type', cell: ({ resource }) => typeName(resource.type), minWidth: 140 },
  {
    id: 'account',
    header: 'Account',
    cell: ({ resource }) => <Link href={paths.account(resource.account)}>{resource.account}</Link>,
    minWidth: 130,
  },
  { id: 'region', header: 'Region', cell: ({ resource }) => resource.region, minWidth: 110 },
  { id: 'team', header: 'Team', cell: ({ team }) => team ?? <em>No team</em>, minWidth: 110 },
  { id: 'fail', header: 'Fail', cell: ({ fail }) => (fail === 0 ? '0' : <strong>{count(fail)}</strong>), minWidth: 70 },
  { id: 'unknown', header: 'Unknown', cell: ({ unknown }) => count(unknown), minWidth: 90 },
  { id: 'pass', header: 'Pass', cell: ({ pass }) => count(pass), minWidth: 70 },
  { id: 'observed', header: 'Observed', cell: ({ observedAt }) => ago(observedAt), minWidth: 110 },
];
