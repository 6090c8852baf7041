import type { Layer, MatrixRow, ResponsibilityMatrix } from '../api/catalog';
import type { Party } from '../api/common';

/** Something whose layers can be compared: a service, or a service under one of its variants. */
export interface Side {
  id: string;
  name: string;
}

export interface Held {
  party: Party;
  rule: string;
}

export interface ComparedLayer {
  layer: Layer;
  from: Held | undefined;
  to: Held | undefined;
  moves: boolean;
}

/** Every service, each followed by its variants as `service/variant`. */
export function sidesOf(matrix: ResponsibilityMatrix): Side[] {
  return matrix.rows.flatMap((row) => [
    { id: row.service, name: row.name },
    ...[...variantsOf(row)].map(([variant, name]) => ({ id: `${row.service}/${variant}`, name: `${row.name}: ${name}` })),
  ]);
}

function variantsOf(row: MatrixRow): Map<string, string> {
  return new Map(Object.values(row.cells).flatMap(({ variants }) => variants.map(({ variant, name }) => [variant, name] as const)));
}

/** Layer by layer whose it is on either side, and whether the duty moves from one to the other. */
export function compare(matrix: ResponsibilityMatrix, from: string, to: string): ComparedLayer[] {
  return matrix.layers.map((layer) => {
    const left = heldBy(matrix, from, layer.id);
    const right = heldBy(matrix, to, layer.id);
    return { layer, from: left, to: right, moves: left?.party !== right?.party };
  });
}

function heldBy(matrix: ResponsibilityMatrix, side: string, layer: string): Held | undefined {
  const [service, variant] = side.split('/');
  const cell = matrix.rows.find((row) => row.service === service)?.cells[layer];
  return cell?.variants.find((one) => one.variant === variant) ?? cell;
}
