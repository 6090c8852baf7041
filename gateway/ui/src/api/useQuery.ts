import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './http';

export interface Query<T> {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  reload: () => void;
}

interface Answer<T> {
  key: string;
  data?: T | undefined;
  error?: ApiError | undefined;
}

/** Asks once per key; a reload keeps the old answer on show until the new one is there. */
export function useQuery<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Query<T> {
  const [answer, setAnswer] = useState<Answer<T>>();
  const [asked, setAsked] = useState(0);
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again loads again
  useEffect(() => {
    const aborter = new AbortController();
    loader.current(aborter.signal).then(
      (data) => {
        if (!aborter.signal.aborted) setAnswer({ key, data });
      },
      (cause: unknown) => {
        if (!aborter.signal.aborted) setAnswer((old) => ({ key, data: old?.key === key ? old.data : undefined, error: errorOf(cause) }));
      },
    );
    return () => aborter.abort();
  }, [key, asked]);

  const reload = useCallback(() => setAsked((count) => count + 1), []);
  const current = answer?.key === key ? answer : undefined;
  return { data: current?.data, error: current?.error, loading: current === undefined, reload };
}

export function errorOf(cause: unknown): ApiError {
  return cause instanceof ApiError
    ? cause
    : new ApiError({ type: 'about:blank', title: 'The answer could not be read', status: 0, detail: String(cause) });
}
