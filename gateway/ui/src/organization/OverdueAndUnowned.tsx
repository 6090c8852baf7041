import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { api } from '../api/api';
import type { Team } from '../api/teams';
import { useQuery } from '../api/useQuery';
import { count, counted } from '../shell/format';
import { useLive } from '../shell/live';
import { Loaded } from '../shell/Loaded';
import { paths } from '../shell/paths';
import { movedText, totalOf } from './moved';
import { TeamBars } from './TeamBars';

/** Findings past their date, and what no team owns. */
export function OverdueAndUnowned({ organization }: { organization: string }) {
  const query = useQuery(`teams/${organization}`, (signal) => api.teams(organization, signal));
  useLive('scorecard', () => true, query.reload);
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link href={paths.teams}>All teams</Link>}>
          Overdue and unowned
        </Header>
      }
    >
      <Loaded query={query} what="what is overdue">
        {(teams) => <Overdue teams={teams} />}
      </Loaded>
    </Container>
  );
}

function Overdue({ teams }: { teams: readonly Team[] }) {
  const unowned = teams.find(({ team }) => team === '');
  return (
    <SpaceBetween size="s">
      <div>
        <Box fontSize="heading-xl" fontWeight="bold" display="inline">
          {count(teams.reduce((sum, { overdue }) => sum + overdue, 0))}
        </Box>{' '}
        overdue
      </div>
      <TeamBars byTeam={Object.fromEntries(teams.map(({ team, overdue }) => [team, overdue]))} none="Nothing is overdue." shown={3} />
      {unowned === undefined ? (
        <div>Everything has a team.</div>
      ) : (
        <div>
          <Link href={paths.unowned}>
            {counted(totalOf(unowned.open), 'finding')} and {counted(unowned.resources, 'resource')}
          </Link>{' '}
          without a team
          {totalOf(unowned.open) > 0 && <div className="grid-note">{movedText(unowned.open)}</div>}
        </div>
      )}
    </SpaceBetween>
  );
}
