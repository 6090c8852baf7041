import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { useMe } from './me';

const key = 'demarc.you';

export interface You {
  name: string;
  /** Whether somebody else than they themselves says so. */
  proven: boolean;
  /** Whether the name was given before and is not being changed. */
  known: boolean;
  set: (name: string) => void;
  change: () => void;
  /** Keeps the name for the next time. */
  remember: () => void;
}

/** Who sits before the browser: proven, else as they say themselves. */
export function useYou(): You {
  const { data: me } = useMe();
  const [name, set] = useState(() => localStorage.getItem(key) ?? '');
  const [known, setKnown] = useState(name !== '');
  const proven = me?.id !== undefined;
  return {
    name: proven ? me.name : name,
    proven,
    known: proven || known,
    set,
    change: () => setKnown(false),
    remember: () => {
      if (proven) return;
      localStorage.setItem(key, name);
      setKnown(name !== '');
    },
  };
}

/** Asks once who one is, and says that nobody checks it. */
export function YouField({ you, problem }: { you: You; problem: string | undefined }) {
  const description = you.proven
    ? 'Goes into the record.'
    : 'Goes into the record. Unproven: there is no identity provider, so any name is taken.';
  if (you.known && problem === undefined) {
    return (
      <div>
        <Box variant="awsui-key-label">You are</Box>
        <div>
          {you.name}{' '}
          {!you.proven && (
            <Button variant="inline-link" formAction="none" onClick={you.change}>
              Not you?
            </Button>
          )}
        </div>
        <Box variant="small" color="text-body-secondary">
          {description}
        </Box>
      </div>
    );
  }
  return (
    <FormField label="You are" description={description} errorText={problem}>
      <Input value={you.name} onChange={({ detail }) => you.set(detail.value)} placeholder="Your name" autoComplete="name" />
    </FormField>
  );
}
