import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { DayField } from './DayField';
import { date } from './format';

interface PastProps {
  /** A day, as 2026-10-01; undefined for today. */
  asOf: string | undefined;
  onChange: (asOf: string | undefined) => void;
  /** Whether one account is on show, which alone has a past. */
  ofAccount?: boolean;
}

/** Lets one look at a past day. */
export function PastDay({ asOf, onChange, ofAccount = true }: PastProps) {
  return (
    <DayField
      label="As of"
      description={ofAccount ? 'Today unless a past day is chosen.' : 'A past day can be shown of one account: filter by it first.'}
      disabled={!ofAccount}
      day={asOf ?? ''}
      isEnabled={(day) => day < new Date()}
      onChange={(day) => onChange(day === '' ? undefined : day)}
    />
  );
}

/** Says on a page that it shows a past day, and how to come back. */
export function PastBanner({ asOf, onChange }: PastProps) {
  return asOf === undefined ? null : (
    <Alert
      type="warning"
      header={`You look at the past: the end of ${date(asOf)} (UTC)`}
      action={<Button onClick={() => onChange(undefined)}>Back to today</Button>}
    >
      Verdicts are those of that day, with what had been read by then. Nothing here follows live updates.
    </Alert>
  );
}
