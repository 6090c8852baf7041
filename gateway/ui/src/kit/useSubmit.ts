import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/common';
import { errorOf } from '../api/useQuery';

export interface Submit {
  submit: (action: () => Promise<void>) => void;
  sending: boolean;
  /** What the API said of a field. */
  problemAt: (field: string) => string | undefined;
  /** What it said of no field of the form. */
  elsewhere: string | undefined;
}

/** Sends a form and keeps the problem that came back, for the field that it names. */
export function useSubmit(fields: readonly string[]): Submit {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const field = problem === undefined ? undefined : fieldOf(problem, fields);
  return {
    sending,
    problemAt: (name) => (field === name ? problem?.detail : undefined),
    elsewhere: problem === undefined || field !== undefined ? undefined : `${problem.title}: ${problem.detail}`,
    submit: (action) => {
      setSending(true);
      setProblem(undefined);
      action()
        .catch((cause: unknown) => mounted.current && setProblem(errorOf(cause).problem))
        .finally(() => mounted.current && setSending(false));
    },
  };
}

/** The form's field that a problem is about: `scope.accounts[0]` is of `accounts`, `reports[x].issuedOn` of `issuedOn`. */
export function fieldOf({ field, detail }: Problem, fields: readonly string[]): string | undefined {
  const named = (field ?? '').split(/[.[\]]/).reverse();
  return (
    named.find((part) => fields.includes(part)) ?? fields.find((name) => detail.includes(`: ${name} of `) || detail.startsWith(`${name} `))
  );
}
