import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Page } from './common';
import type { ApiError } from './http';
import { errorOf } from './useQuery';

export interface Pages<T> {
  items: readonly T[];
  total: number | undefined;
  /** True until the first page is there. */
  loading: boolean;
  loadingMore: boolean;
  error: ApiError | undefined;
  more: (() => void) | undefined;
  reload: () => void;
}

interface State<T> {
  key: string;
  pages: readonly Page<T>[];
  error?: ApiError | undefined;
}

type Load<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/** A list that is read page by page; a new key or a reload starts again at the first. */
export function usePages<T>(key: string, load: Load<T>): Pages<T> {
  const [state, setState] = useState<State<T>>({ key, pages: [] });
  const [cursor, setCursor] = useState<{ key: string; at: string | undefined }>({ key, at: undefined });
  const [asked, ask] = useReducer((count: number) => count + 1, 0);
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });

  const wanted = cursor.key === key ? cursor.at : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again loads again
  useEffect(() => {
    const aborter = new AbortController();
    loader.current(wanted, aborter.signal).then(
      (page) => {
        if (!aborter.signal.aborted) {
          setState((old) => ({ key, pages: wanted === undefined ? [page] : [...old.pages, page] }));
        }
      },
      (cause: unknown) => {
        if (!aborter.signal.aborted) {
          setState((old) => ({ key, pages: old.key === key ? old.pages : [], error: errorOf(cause) }));
        }
      },
    );
    return () => aborter.abort();
  }, [key, wanted, asked]);

  const reload = useCallback(() => {
    setCursor({ key, at: undefined });
    ask();
  }, [key]);

  const current = state.key === key ? state : { key, pages: [] as readonly Page<T>[] };
  const last = current.pages.at(-1);
  const next = last?.next;
  const settled = current.pages.length > 0 || current.error !== undefined;
  const loadingMore = wanted !== undefined && wanted === next && current.error === undefined;
  return {
    items: current.pages.flatMap(({ items }) => items),
    total: last?.total,
    loading: !settled,
    loadingMore,
    error: current.error,
    more: next === undefined || loadingMore ? undefined : () => (wanted === next ? ask() : setCursor({ key, at: next })),
    reload,
  };
}
