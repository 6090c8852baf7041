import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { api } from '../api/api';
import type { Scan } from '../api/scans';
import { usePages } from '../api/usePages';
import { count, instant } from '../kit/format';
import { counterOf, ListFooter } from '../kit/ListFooter';
import { useLive } from '../kit/live';
import { Only } from '../kit/me';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { Progress } from './Progress';
import { StartScan } from './StartScan';
import { triggerName } from './words';

export default function ScansPage() {
  const [starting, setStarting] = useState(false);
  const pages = usePages('scans', (cursor, signal) => api.scans({ cursor, limit: 50 }, signal));
  useLive('scan', () => pages.items.length <= 50, pages.reload);
  return (
    <Page
      title="Scans"
      description="Every reading of accounts, how far it is, and what it could not see."
      actions={
        <Only as={['OPERATOR']}>
          <Button variant="primary" onClick={() => setStarting(true)}>
            Start a scan
          </Button>
        </Only>
      }
    >
      <Table
        wrapLines
        variant="container"
        contentDensity="compact"
        loading={pages.loading}
        loadingText="Loading the scans"
        items={pages.items}
        trackBy={({ request }) => request.id}
        ariaLabels={{ tableLabel: 'Scans' }}
        header={
          <Header variant="h2" counter={counterOf(pages)}>
            All scans
          </Header>
        }
        empty={
          <Box color="text-body-secondary">
            {pages.error === undefined ? 'No scan has been started yet.' : 'The scans could not be read.'}
          </Box>
        }
        footer={<ListFooter pages={pages} what="scans" />}
        columnDefinitions={columns}
      />
      {starting && <StartScan close={() => setStarting(false)} />}
    </Page>
  );
}

const columns: TableProps.ColumnDefinition<Scan>[] = [
  {
    id: 'id',
    header: 'Scan',
    cell: ({ request }) => <Link href={paths.scan(request.id)}>{request.id}</Link>,
    isRowHeader: true,
    minWidth: 180,
  },
  { id: 'trigger', header: 'Asked for by', cell: ({ request }) => triggerName(request.trigger), minWidth: 100 },
  { id: 'requested', header: 'Asked for', cell: ({ request }) => instant(request.requestedAt), minWidth: 120 },
  { id: 'progress', header: 'Progress', cell: (scan) => <Progress scan={scan} />, minWidth: 130 },
  { id: 'notComplete', header: 'Not complete', cell: ({ notComplete }) => count(notComplete), minWidth: 90 },
  { id: 'remarked', header: 'With remarks', cell: ({ remarked }) => count(remarked), minWidth: 90 },
  { id: 'overruled', header: 'Overruled', cell: ({ overruled }) => count(overruled), minWidth: 90 },
  { id: 'resources', header: 'Resources', cell: ({ resources }) => count(resources), minWidth: 90 },
  { id: 'ended', header: 'Ended', cell: ({ endedAt }) => instant(endedAt), minWidth: 120 },
];
