import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { AccountView } from '../api/posture';
import type { Pages } from '../api/usePages';
import { ago, count, percent } from '../kit/format';
import { counterOf, ListFooter } from '../kit/ListFooter';
import { paths } from '../kit/paths';
import { GradeMark } from '../mark/GradeMark';
import { ScoreRange } from '../mark/ScoreRange';

export type Sort = 'score' | 'name';

interface AccountsTableProps {
  pages: Pages<AccountView>;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

export function AccountsTable({ pages, sort, onSort }: AccountsTableProps) {
  return (
    <Table
      variant="container"
      contentDensity="compact"
      stickyHeader
      wrapLines
      loading={pages.loading}
      loadingText="Loading the accounts"
      items={pages.items}
      trackBy={({ account }) => account.id}
      ariaLabels={{ tableLabel: 'Accounts' }}
      header={
        <Header
          variant="h2"
          counter={counterOf(pages)}
          actions={
            <SegmentedControl
              label="Order"
              selectedId={sort}
              onChange={({ detail }) => onSort(detail.selectedId === 'name' ? 'name' : 'score')}
              options={[
                { id: 'score', text: 'Worst first' },
                { id: 'name', text: 'By name' },
              ]}
            />
          }
        >
          All accounts
        </Header>
      }
      empty={<Box color="text-body-secondary">No account is known yet. Accounts appear with the first scan.</Box>}
      footer={<ListFooter pages={pages} what="accounts" />}
      columnDefinitions={columns}
    />
  );
}

const columns: TableProps.ColumnDefinition<AccountView>[] = [
  {
    id: 'name',
    header: 'Account',
    cell: ({ account }) => (
      <>
        <Link href={paths.account(account.id)}>{account.name}</Link>
        <div className="grid-note">{account.id}</div>
      </>
    ),
    isRowHeader: true,
    minWidth: 150,
  },
  { id: 'grade', header: 'Grade', cell: ({ scorecard }) => <GradeMark grade={scorecard?.grade} />, minWidth: 75 },
  {
    id: 'score',
    header: 'Score and range',
    cell: ({ scorecard }) => (scorecard === undefined ? 'Not judged yet' : <ScoreRange score={scorecard.overall} />),
    minWidth: 150,
  },
  { id: 'coverage', header: 'Coverage', cell: ({ scorecard }) => percent(scorecard?.overall.coverage), minWidth: 90 },
  { id: 'failures', header: 'Failures', cell: ({ scorecard }) => count(scorecard?.overall.counts.fail ?? 0), minWidth: 90 },
  {
    id: 'blind',
    header: 'Blind scopes',
    cell: ({ scorecard }) => <BlindScopes blind={(scorecard?.scopesExpected ?? 0) - (scorecard?.scopesRead ?? 0)} />,
    minWidth: 100,
  },
  { id: 'ou', header: 'Unit', cell: ({ account }) => account.ouPath.join(' / ') || 'Root', minWidth: 120 },
  { id: 'team', header: 'Team', cell: ({ account }) => account.team ?? <em>No team</em>, minWidth: 105 },
  {
    id: 'read',
    header: 'Last read',
    cell: ({ scorecard }) => (scorecard?.observedTo === undefined ? 'Never' : ago(scorecard.observedTo)),
    minWidth: 95,
  },
];

function BlindScopes({ blind }: { blind: number }) {
  return blind > 0 ? <StatusIndicator type="warning">{count(blind)}</StatusIndicator> : <>0</>;
}
