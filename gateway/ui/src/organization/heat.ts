import type { Layer } from '../api/catalog';
import type { AccountRow, LayerCell } from '../api/posture';

/** Layers that some account was judged on, in the catalog's order, unknown ones last. */
export function judgedLayers(rows: readonly AccountRow[], layers: readonly Layer[]): string[] {
  const seen = new Set(rows.flatMap((row) => Object.keys(row.layers)));
  const known = layers.map(({ id }) => id).filter((id) => seen.has(id));
  const rest = [...seen].filter((id) => !known.includes(id)).sort();
  return [...known, ...rest];
}

/** The band of a score, 5 the best, by the limits of the grades; 0 where nothing was judged. */
export function bandOf(cell: LayerCell | undefined): 0 | 1 | 2 | 3 | 4 | 5 {
  const value = cell?.value;
  if (value === undefined) {
    return 0;
  }
  return value >= 95 ? 5 : value >= 85 ? 4 : value >= 70 ? 3 : value >= 50 ? 2 : 1;
}
