import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';

const key = 'demarc.you';

export interface You {
  name: string;
  /** Whether the name was given before and is not being changed. */
  known: boolean;
  set: (name: string) => void;
  change: () => void;
  /** Keeps the name for the next time. */
  remember: () => void;
}

/** Who sits before the browser, as they say themselves. */
export function useYou(): You {
  const [name, set] = useState(() => localStorage.getItem(key) ?? '');
  const [known, setKnown] = useState(name !== '');
  return {
    name,
    known,
    set,
    change: () => setKnown(false),
    remember: () => {
      localStorage.setItem(key, name);
      setKnown(name !== '');
    },
  };
}

/** Asks once who one is, and says that nobody checks it. */
export function YouField({ you, problem }: { you: You; problem: string | undefined }) {
  const description = 'Goes into the record. Unproven: there is no identity provider, so any name is taken.';
  if (you.known && problem === undefined) {
    return (
      <div>
        <Box variant="awsui-key-label">You are</Box>
        <div>
          {you.name}{' '}
          <Button variant="inline-link" formAction="none" onClick={you.change}>
            Not you?
          </Button>
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
