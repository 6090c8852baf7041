import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { api } from '../api/api';
import type { Statement, StatementKind } from '../api/statements';
import { usePages } from '../api/usePages';
import { ago, dayOf, momentOf } from '../kit/format';
import { counterOf, ListFooter } from '../kit/ListFooter';
import { paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { StateMark } from './StateMark';
import type { StatementFilter } from './StatementFilterBar';
import { kindNames, scopeText } from './words';

interface StatementTableProps {
  kind: StatementKind;
  organization: string;
  filter: StatementFilter;
}

export function StatementTable({ kind, organization, filter }: StatementTableProps) {
  const { one, many } = kindNames[kind];
  const what = many.toLowerCase();
  const expiresBefore = filter.expiresBefore === undefined ? undefined : momentOf(filter.expiresBefore);
  const pages = usePages(`${kind}/${organization}/${JSON.stringify(filter)}`, (cursor, signal) =>
    api.statements(kind, { ...filter, organization, expiresBefore, cursor, limit: 50 }, signal),
  );
  return (
    <Table
      variant="container"
      contentDensity="compact"
      stickyHeader
      wrapLines
      loading={pages.loading}
      loadingText={`Loading the ${what}`}
      items={pages.items}
      trackBy="id"
      ariaLabels={{ tableLabel: many }}
      header={
        <Header variant="h2" counter={counterOf(pages)}>
          {many}
        </Header>
      }
      empty={
        <Box textAlign="center" color="text-body-secondary">
          {pages.error === undefined ? `No ${one.toLowerCase()} matches.` : `The ${what} could not be read.`}
        </Box>
      }
      footer={<ListFooter pages={pages} what={what} />}
      columnDefinitions={columns}
    />
  );
}

const columns: TableProps.ColumnDefinition<Statement>[] = [
  {
    id: 'title',
    header: 'Control',
    cell: ({ kind, id, title, text }) => (
      <>
        <Link href={paths.statement(kind, id)}>{title}</Link>
        <div className="grid-note clamped">{text}</div>
      </>
    ),
    isRowHeader: true,
    minWidth: 260,
  },
  { id: 'state', header: 'State', cell: ({ state }) => <StateMark state={state} />, minWidth: 135 },
  { id: 'severity', header: 'Severity', cell: ({ severity }) => <SeverityMark severity={severity} />, minWidth: 100 },
  { id: 'scope', header: 'Covers', cell: scopeText, minWidth: 170 },
  { id: 'ends', header: 'Ends', cell: ({ expiresAt }) => <span title={ago(expiresAt)}>{dayOf(expiresAt)}</span>, minWidth: 120 },
  { id: 'author', header: 'Author', cell: ({ author }) => author, minWidth: 110 },
  { id: 'decided', header: 'Decided by', cell: ({ decidedBy }) => decidedBy ?? '–', minWidth: 110 },
];
