import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { api } from '../api/api';
import { usePages } from '../api/usePages';
import { counterOf, ListFooter } from '../kit/ListFooter';
import { useLive } from '../kit/live';
import type { FindingFilter } from '../kit/paths';
import { columns } from './columns';
import { stateOf } from './filter';
import { stateNames } from './words';

const pageSize = 50;

interface FindingListProps {
  filter: FindingFilter;
  organization?: string | undefined;
  variant?: 'container' | 'borderless';
}

/** Findings that a filter lets through, page by page, the gravest first. */
export function FindingList({ filter, organization, variant = 'borderless' }: FindingListProps) {
  const key = `findings/${organization ?? ''}?${new URLSearchParams(filter as Record<string, string>).toString()}`;
  const pages = usePages(key, (cursor, signal) => api.findings({ ...filter, organization, cursor, limit: pageSize }, signal));
  useLive(
    'findings',
    ({ scope }) =>
      filter.asOf === undefined &&
      pages.items.length <= pageSize &&
      (filter.account === undefined || scope.startsWith(`${filter.account}/`)),
    pages.reload,
  );
  return (
    <Table
      variant={variant}
      contentDensity="compact"
      stickyHeader={variant === 'container'}
      wrapLines
      loading={pages.loading}
      loadingText="Loading the findings"
      items={pages.items}
      trackBy="id"
      ariaLabels={{ tableLabel: 'Findings' }}
      header={
        <Header variant={variant === 'container' ? 'h2' : 'h3'} counter={counterOf(pages)}>
          {stateNames[stateOf(filter.state)]} findings
        </Header>
      }
      empty={
        <Box textAlign="center" color="text-body-secondary">
          {pages.error === undefined ? 'No finding matches.' : 'The findings could not be read.'}
        </Box>
      }
      footer={<ListFooter pages={pages} what="findings" />}
      columnDefinitions={columns}
    />
  );
}
