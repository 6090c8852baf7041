import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { counted } from '../kit/format';
import { PartyMark } from '../mark/PartyMark';
import type { ComparedLayer, Held } from './comparison';

export function Comparison({ from, to, rows }: { from: string; to: string; rows: readonly ComparedLayer[] }) {
  const moving = rows.filter(({ moves }) => moves).length;
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      items={rows}
      trackBy={({ layer }) => layer.id}
      ariaLabels={{ tableLabel: `${from} beside ${to}` }}
      header={
        <Header variant="h2" counter={`(${counted(moving, 'duty moves', 'duties move')})`}>
          {from} beside {to}
        </Header>
      }
      empty={<Box color="text-body-secondary">No duty moves.</Box>}
      columnDefinitions={[
        { id: 'layer', header: 'Layer', cell: ({ layer }) => layer.name, isRowHeader: true, minWidth: 170 },
        { id: 'moves', header: 'Moves', cell: ({ moves }) => (moves ? <Badge color="blue">Moves</Badge> : 'Stays'), minWidth: 90 },
        { id: 'from', header: from, cell: (row) => <HeldBy held={row.from} />, minWidth: 240 },
        { id: 'to', header: to, cell: (row) => <HeldBy held={row.to} />, minWidth: 240 },
      ]}
    />
  );
}

function HeldBy({ held }: { held: Held | undefined }) {
  return held === undefined ? (
    <>No rule</>
  ) : (
    <>
      <PartyMark party={held.party} />
      <div className="grid-note">{held.rule}</div>
    </>
  );
}
