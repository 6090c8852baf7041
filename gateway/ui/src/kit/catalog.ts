import { api } from '../api/api';
import type { Control, Layer } from '../api/catalog';
import { useQuery } from '../api/useQuery';
import { layerName } from './format';

let layers: Promise<Layer[]> | undefined;
let controls: Promise<Control[]> | undefined;

/** Forgets what was read of the catalog, so that the next page reads it again. */
export function forgetCatalog(): void {
  layers = undefined;
  controls = undefined;
}

/** Names of layers by id, in the catalog's order; the id in words until they are there. */
export function useLayers(): { all: readonly Layer[]; name: (id: string) => string } {
  const all = useQuery('layers', () => (layers ??= kept(api.layers(), () => (layers = undefined)))).data ?? [];
  return { all, name: (id) => all.find((layer) => layer.id === id)?.name ?? layerName(id) };
}

export function useControls(): { all: readonly Control[]; title: (id: string) => string } {
  const all = useQuery('controls', () => (controls ??= kept(api.controls(), () => (controls = undefined)))).data ?? [];
  return { all, title: (id) => all.find((control) => control.id === id)?.title ?? id };
}

function kept<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}
