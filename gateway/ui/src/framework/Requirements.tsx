import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo } from 'react';
import type { FrameworkPosture } from '../api/frameworks';
import { count, counted } from '../kit/format';
import { paths } from '../kit/paths';
import { PartyMark } from '../mark/PartyMark';
import { ScoreRange } from '../mark/ScoreRange';
import { VerdictMark } from '../mark/VerdictMark';
import { partyOf, type Row, rowsOf, type Shown, shown, whoseIs } from './requirements';

const pageSize = 50;

const names: Record<Shown, string> = { all: 'All', fail: 'Fail', unknown: 'Unknown', pass: 'Pass', aws: 'AWS’s', none: 'No control' };

interface RequirementsProps {
  posture: FrameworkPosture;
  account: string | undefined;
  show: Shown;
  onShow: (show: Shown) => void;
}

/** Every requirement with its verdict; the controls that answer it open below it. */
export function Requirements({ posture, account, show, onShow }: RequirementsProps) {
  const rows = useMemo(() => rowsOf(posture, show), [posture, show]);
  const {
    items,
    filterProps,
    collectionProps,
    paginationProps,
    filteredItemsCount = 0,
  } = useCollection(rows, {
    filtering: { filteringFunction: matches },
    pagination: { pageSize },
    expandableRows: { getId: ({ key }) => key, getParentId: ({ parent }) => parent },
  });
  return (
    <Table
      {...collectionProps}
      variant="container"
      contentDensity="compact"
      stickyHeader
      wrapLines
      items={items}
      ariaLabels={{
        tableLabel: 'Requirements',
        expandButtonLabel: (row) => `Show the controls of ${row.key}`,
        collapseButtonLabel: (row) => `Hide the controls of ${row.key}`,
      }}
      header={
        <Header
          variant="h2"
          counter={`(${count(rows.filter(({ parent }) => parent === null).length)})`}
          description="A requirement passes only if both halves of all its controls do."
          actions={
            <SegmentedControl
              label="Requirements on show"
              selectedId={show}
              onChange={({ detail }) => onShow(shown.find((known) => known === detail.selectedId) ?? 'all')}
              options={shown.map((id) => ({ id, text: names[id] }))}
            />
          }
        >
          Requirements
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringAriaLabel="Find requirements"
          filteringPlaceholder="Find by requirement or control"
          countText={counted(filteredItemsCount, 'match', 'matches')}
        />
      }
      pagination={<Pagination {...paginationProps} />}
      empty={<Box color="text-body-secondary">No requirement matches.</Box>}
      columnDefinitions={columns(account)}
    />
  );
}

function matches(row: Row, text: string): boolean {
  const words = row.parent === null ? [row.requirement.id, row.requirement.name ?? ''] : [row.control.id, row.control.title];
  return words.some((word) => word.toLowerCase().includes(text.toLowerCase()));
}

function columns(account: string | undefined): TableProps.ColumnDefinition<Row>[] {
  const failing = (control: string) => paths.findings({ control, ...(account === undefined ? {} : { account }) });
  return [
    { id: 'requirement', header: 'Requirement, control', cell: (row) => <Name row={row} />, isRowHeader: true, minWidth: 280 },
    { id: 'whose', header: 'Whose', cell: (row) => <Whose row={row} />, minWidth: 120 },
    { id: 'verdict', header: 'Verdict', cell: (row) => <Verdicts row={row} />, minWidth: 170 },
    {
      id: 'score',
      header: 'Score and range',
      cell: (row) => (row.parent === null && row.requirement.controls.length > 0 ? <ScoreRange score={row.requirement.score} /> : null),
      minWidth: 150,
    },
    {
      id: 'fail',
      header: 'Failures',
      cell: (row) =>
        row.parent === null ? (
          count(row.counts.fail)
        ) : row.control.counts.fail === 0 ? (
          '0'
        ) : (
          <Link href={failing(row.control.id)}>{count(row.control.counts.fail)}</Link>
        ),
      minWidth: 90,
    },
    { id: 'unknown', header: 'Unknown', cell: (row) => count(countsOf(row).unknown), minWidth: 90 },
    { id: 'pass', header: 'Passes', cell: (row) => count(countsOf(row).pass), minWidth: 80 },
  ];
}

function countsOf(row: Row) {
  return row.parent === null ? row.counts : row.control.counts;
}

function Name({ row }: { row: Row }) {
  if (row.parent !== null) {
    return <Link href={paths.control(row.control.id)}>{row.control.title}</Link>;
  }
  return (
    <>
      <strong>{row.requirement.id}</strong>
      {row.requirement.name !== undefined && <div className="grid-note">{row.requirement.name}</div>}
    </>
  );
}

function Whose({ row }: { row: Row }) {
  const party = row.parent === null ? whoseIs(row.requirement) : partyOf(row.control.category);
  return party === undefined ? <Box color="text-body-secondary">No control</Box> : <PartyMark party={party} />;
}

function Verdicts({ row }: { row: Row }) {
  if (row.parent === null) {
    return row.requirement.verdict === undefined ? <>–</> : <VerdictMark verdict={row.requirement.verdict} />;
  }
  const { verdict, awsHalf } = row.control;
  return (
    <>
      {verdict !== undefined && <VerdictMark verdict={verdict} />}
      {awsHalf !== undefined && (
        <div className="grid-note">
          AWS’s half: <VerdictMark verdict={awsHalf} />
        </div>
      )}
    </>
  );
}
