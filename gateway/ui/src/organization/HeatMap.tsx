import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { AccountRow, LayerCell } from '../api/posture';
import { useLayers } from '../kit/catalog';
import { count, counted, points } from '../kit/format';
import { type FindingFilter, paths } from '../kit/paths';
import { GradeMark } from '../mark/GradeMark';
import { bandOf, judgedLayers } from './heat';

/** Accounts by layer: each cell a score in figures on a colour, with its failures beneath. */
export function HeatMap({ rows, of }: { rows: readonly AccountRow[]; of: FindingFilter }) {
  const layers = useLayers();
  const columns = judgedLayers(rows, layers.all);
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${count(rows.length)})`}
          description="The score of each layer, the worst account first; below it how many failures it has, or how many verdicts are unknown."
        >
          Accounts by layer
        </Header>
      }
    >
      <div className="scroller" role="region" aria-label="Accounts by layer" tabIndex={0}>
        <table className="grid heat">
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Grade</th>
              {columns.map((layer) => (
                <th scope="col" key={layer}>
                  {layers.name(layer)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.account} row={row} columns={columns} of={of} />
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
    </Container>
  );
}

function Row({ row, columns, of }: { row: AccountRow; columns: readonly string[]; of: FindingFilter }) {
  return (
    <tr>
      <th scope="row">
        <Link href={paths.account(row.account)}>{row.name}</Link>
        <div className="grid-note">{row.ouPath.join(' / ') || row.account}</div>
      </th>
      <td>
        <GradeMark grade={row.grade} />
      </td>
      {columns.map((layer) => (
        <Cell key={layer} failures={paths.findings({ ...of, account: row.account, layer })} cell={row.layers[layer]} />
      ))}
    </tr>
  );
}

function Cell({ failures, cell }: { failures: string; cell: LayerCell | undefined }) {
  if (cell === undefined) {
    return (
      <td className="band-0">
        <span aria-hidden="true">·</span>
        <span className="unseen">no control applies</span>
      </td>
    );
  }
  return (
    <td className={`band-${bandOf(cell)}`}>
      <strong>{cell.value === undefined ? '?' : points(cell.value)}</strong>
      <div className="grid-note">
        {cell.fail > 0 ? (
          <a className="heat-link" href={failures}>
            {counted(cell.fail, 'failure')}
          </a>
        ) : cell.unknown > 0 ? (
          `${count(cell.unknown)} unknown`
        ) : (
          'all pass'
        )}
      </div>
    </td>
  );
}

const bands = [
  { band: 5, text: '95 to 100' },
  { band: 4, text: '85 to 95' },
  { band: 3, text: '70 to 85' },
  { band: 2, text: '50 to 70' },
  { band: 1, text: 'under 50' },
  { band: 0, text: 'not judged' },
];

function Legend() {
  return (
    <Box padding={{ top: 's' }}>
      <ul className="legend" aria-label="Colours of the scores">
        {bands.map(({ band, text }) => (
          <li key={band}>
            <span className={`swatch band-${band}`} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
    </Box>
  );
}
