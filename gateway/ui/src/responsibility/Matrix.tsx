import type { Layer, MatrixRow } from '../api/catalog';
import { MatrixCellButton } from './MatrixCellButton';
import { shortModelName } from './models';

interface MatrixProps {
  layers: readonly Layer[];
  rows: readonly MatrixRow[];
}

/** Layers down, services across; the customer's side of the line above, AWS's below. */
export function Matrix({ layers, rows }: MatrixProps) {
  return (
    <div className="scroller" role="region" aria-label="Responsibility matrix" tabIndex={0}>
      <table className="grid matrix">
        <thead>
          <tr>
            <th scope="col">Layer</th>
            {rows.map(({ service, name, model }) => (
              <th scope="col" key={service}>
                {name}
                <div className="grid-note">{shortModelName(model)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <Group title="Security in the cloud" layers={layers.filter(({ ofTheCloud }) => !ofTheCloud)} rows={rows} />
        <Group title="Security of the cloud" layers={layers.filter(({ ofTheCloud }) => ofTheCloud)} rows={rows} />
      </table>
    </div>
  );
}

function Group({ title, layers, rows }: MatrixProps & { title: string }) {
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={rows.length + 1}>
          <span>{title}</span>
        </th>
      </tr>
      {layers.map((layer) => (
        <tr key={layer.id}>
          <th scope="row" title={layer.about}>
            {layer.name}
          </th>
          {rows.map((row) => {
            const cell = row.cells[layer.id];
            return (
              <td key={row.service} className={cell === undefined ? undefined : `cell-${cell.party.toLowerCase()}`}>
                {cell === undefined ? <span className="unseen">no rule</span> : <MatrixCellButton layer={layer} row={row} cell={cell} />}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
