import { api } from '../api/api';
import type { StatementKind } from '../api/statements';
import { useQuery } from '../api/useQuery';
import { useControls } from '../kit/catalog';
import { DayField } from '../kit/DayField';
import { dayOf } from '../kit/format';

const usual = 365;

interface ExpiryFieldProps {
  kind: StatementKind;
  /** Its id; empty until one is chosen. */
  control: string;
  /** From when it holds; from now on where left out. */
  from?: string;
  day: string;
  onChange: (day: string) => void;
  problem: string | undefined;
}

/** When a statement ends, with the longest term that its control or severity allows beside it. */
export function ExpiryField({ kind, control, from, day, onChange, problem }: ExpiryFieldProps) {
  const limit = useLimit(kind, control);
  const start = from === undefined ? new Date() : new Date(Math.max(Date.now(), Date.parse(from)));
  const last = limit === undefined ? undefined : new Date(start.getTime() + limit.days * 86_400_000);
  return (
    <DayField
      label="Ends on"
      description="It ends as that day begins."
      constraint={
        limit === undefined || last === undefined ? undefined : `At most ${limit.days} days, ${dayOf(last.toISOString())}: ${limit.why}.`
      }
      day={day}
      onChange={onChange}
      problem={problem}
      isEnabled={(date) => date > start && (last === undefined || date <= last)}
    />
  );
}

function useLimit(kind: StatementKind, id: string): { days: number; why: string } | undefined {
  const control = useControls().all.find((one) => one.id === id);
  const parameters = useQuery('parameters', api.parameters).data;
  if (control === undefined) {
    return undefined;
  }
  if (kind !== 'WAIVER') {
    return {
      days: control.renewalDays ?? usual,
      why: kind === 'ATTESTATION' ? 'then the control must be attested again' : 'then it must be declared again',
    };
  }
  const days = parameters?.waiverDays?.[control.severity];
  return days === undefined ? undefined : { days, why: `the longest term for a ${control.severity} control` };
}
