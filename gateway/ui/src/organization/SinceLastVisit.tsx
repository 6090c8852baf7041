import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import { momentOf } from '../kit/format';
import { useLive } from '../kit/live';
import { lastVisit } from '../kit/visit';
import { DutiesMoved } from './DutiesMoved';
import { Expiring } from './Expiring';
import { News } from './News';
import { OverdueAndUnowned } from './OverdueAndUnowned';

const third = { colspan: { default: 12, m: 4 } };

/** What is new since the last visit or a chosen day, and what waits for somebody. */
export function SinceLastVisit({ organization, team }: { organization: string; team: string | undefined }) {
  const [search, setSearch] = useSearchParams();
  const [visit] = useState(() => lastVisit(organization));
  const chosen = momentOf(search.get('since') ?? '');
  const since = chosen ?? visit.since;
  const query = useQuery(`changes/${organization}/${team ?? '*'}/${since}`, (signal) => api.changes({ organization, team, since }, signal));
  const of: Record<string, string> = team === undefined ? {} : { team };
  useLive('findings', () => true, query.reload);
  return (
    <SpaceBetween size="l">
      <News
        query={query}
        of={of}
        since={since}
        chosen={chosen === undefined ? '' : (search.get('since') ?? '')}
        origin={chosen !== undefined ? 'chosen' : visit.known ? 'visit' : 'first'}
        onSince={(day) => setSearch(day === undefined ? of : { ...of, since: day }, { replace: true })}
      />
      <Grid gridDefinition={[third, third, third]}>
        <DutiesMoved query={query} of={of} />
        <OverdueAndUnowned query={query} of={of} />
        <Expiring organization={organization} />
      </Grid>
    </SpaceBetween>
  );
}
