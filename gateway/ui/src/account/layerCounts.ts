import type { Control, Layer } from '../api/catalog';
import type { Counts } from '../api/posture';
import { noCounts, plus, type Tally } from '../api/tallies';

export interface LayerCounts {
  layer: string;
  counts: Counts;
}

/** An account's counts per layer, in the catalog's order; tallies of controls that the catalog no longer has are left out. */
export function layerCounts(tallies: readonly Tally[], controls: readonly Control[], layers: readonly Layer[]): LayerCounts[] {
  const layerOf = new Map(controls.map(({ number, layer }) => [number, layer]));
  const sums = new Map<string, Counts>();
  for (const { control, counts } of tallies) {
    const layer = layerOf.get(control);
    if (layer !== undefined) {
      sums.set(layer, plus(sums.get(layer) ?? noCounts, counts));
    }
  }
  const order = new Map(layers.map(({ id }, index) => [id, index]));
  return [...sums]
    .map(([layer, counts]) => ({ layer, counts }))
    .sort((a, b) => (order.get(a.layer) ?? Infinity) - (order.get(b.layer) ?? Infinity));
}

export function coverageOf({ pass, fail, unknown, waived }: Counts): number | undefined {
  const judged = pass + fail + waived;
  const all = judged + unknown;
  return all === 0 ? undefined : judged / all;
}
