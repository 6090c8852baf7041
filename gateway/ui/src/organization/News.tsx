import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { severities } from '../api/common';
import type { Changes } from '../api/drift';
import type { Query } from '../api/useQuery';
import { DayField } from '../kit/DayField';
import { ago, count, instant } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { totalOf } from './moved';
import { TeamBars } from './TeamBars';

interface NewsProps {
  query: Query<Changes>;
  /** The team that the page is about, if one is chosen. */
  of: { team?: string };
  /** What is asked for; the answer begins later where nothing before is kept. */
  since: string;
  /** The day that was chosen, else empty. */
  chosen: string;
  /** Whether it is the last visit's end, a chosen day, or neither because there was none. */
  origin: 'visit' | 'chosen' | 'first';
  onSince: (day: string | undefined) => void;
}

const titles = { visit: 'New since your last visit', chosen: 'New since a day that you chose', first: 'New in the last seven days' };

/** What opened and what was resolved since the last visit, by severity and team. */
export function News({ query, of, since, chosen, origin, onSince }: NewsProps) {
  const [choosing, setChoosing] = useState(false);
  const from = later(since, query.data?.since);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={[
            `${instant(from)}, ${ago(from)}`,
            ...(origin === 'first' ? ['this browser has not been here before'] : []),
            ...(from === since ? [] : ['what moved before is not kept']),
          ].join('; ')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {origin === 'chosen' && <Button onClick={() => onSince(undefined)}>Since the last visit</Button>}
              <Button onClick={() => setChoosing(!choosing)} ariaExpanded={choosing}>
                Another day
              </Button>
            </SpaceBetween>
          }
        >
          {titles[origin]}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {choosing && (
          <DayField
            label="New since"
            day={chosen}
            isEnabled={(day) => day < new Date()}
            onChange={(day) => onSince(day === '' ? undefined : day)}
          />
        )}
        <Loaded query={query} what="what is new">
          {(changes) => <Moves changes={changes} of={of} />}
        </Loaded>
      </SpaceBetween>
    </Container>
  );
}

/** Times may be written with and without parts of a second. */
function later(asked: string, answered: string | undefined): string {
  return answered !== undefined && Date.parse(answered) > Date.parse(asked) ? answered : asked;
}

function Moves({ changes: { opened, resolved, since }, of }: Pick<NewsProps, 'of'> & { changes: Changes }) {
  const all = totalOf(opened) + totalOf(resolved);
  return (
    <ColumnLayout columns={2} variant="text-grid">
      <div>
        <ul className="severity-tiles" aria-label="Opened and resolved, by severity">
          {severities.map((severity) => (
            <li key={severity}>
              <SeverityMark severity={severity} />
              <Link fontSize="heading-xl" href={paths.findings({ ...of, severity, since })}>
                {count(opened.bySeverity[severity] ?? 0)}
                <span className="unseen"> opened</span>
              </Link>
              <span className="grid-note">{count(resolved.bySeverity[severity] ?? 0)} resolved</span>
            </li>
          ))}
        </ul>
        <Box padding={{ top: 'xs' }}>
          {all === 0 ? 'Nothing opened and nothing was resolved. ' : ''}
          <Link href={paths.drift({ ...of, since, kind: 'VERDICT' })}>Every verdict that moved</Link>
        </Box>
      </div>
      <div>
        <Box variant="awsui-key-label">Opened, by team</Box>
        <TeamBars byTeam={opened.byTeam ?? {}} filter={{ since }} none="Nothing opened." shown={5} />
      </div>
    </ColumnLayout>
  );
}
