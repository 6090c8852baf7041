import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import type { OrganizationRef, OrganizationView } from '../api/posture';
import { useQuery } from '../api/useQuery';
import { counted, points } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { useLive } from '../kit/live';
import { isSample, useOrganizations } from '../kit/organizations';
import { Page } from '../kit/Page';
import type { FindingFilter } from '../kit/paths';
import { StartHere } from '../kit/StartHere';
import { TeamSelect } from '../kit/TeamSelect';
import { ControlsToMend } from './ControlsToMend';
import { Failures } from './Failures';
import { HeatMap } from './HeatMap';
import { Scores, type SecurityHubMeasure } from './Scores';
import { SinceLastVisit } from './SinceLastVisit';
import { Trust } from './Trust';
import { Units } from './Units';

export default function OrganizationPage() {
  const { query, current } = useOrganizations();
  const [search, setSearch] = useSearchParams();
  const team = search.get('team') ?? undefined;
  const narrow = (changed: string | undefined) => {
    const { team: _, ...rest } = Object.fromEntries(search);
    setSearch(changed === undefined ? rest : { ...rest, team: changed }, { replace: true });
  };
  return (
    <Page
      title="Organisation"
      description={current === undefined ? undefined : <Which organization={current} />}
      actions={current === undefined ? undefined : <TeamSelect team={team} onChange={narrow} />}
    >
      <Loaded query={query} what="the organisations">
        {() => (current === undefined ? <StartHere /> : <Posture key={current.id} organization={current.id} team={team} />)}
      </Loaded>
    </Page>
  );
}

function Which({ organization }: { organization: OrganizationRef }) {
  return (
    <>
      {organization.name}, {counted(organization.accounts, 'account')}{' '}
      {isSample(organization.id) && <Badge color="blue">Sample: made-up accounts</Badge>}
    </>
  );
}

interface PostureProps {
  organization: string;
  /** Whose part; all where none is named, the empty name for what no team owns. */
  team: string | undefined;
}

function Posture({ organization, team }: PostureProps) {
  const query = useQuery(`organization/${organization}/${team ?? '*'}`, (signal) => api.organization(organization, signal, team));
  useLive('scorecard', () => true, query.reload);
  return (
    <Loaded query={query} what="the organisation">
      {(view) =>
        view.accountsRead > 0 ? (
          <Sections view={view} organization={organization} team={team} />
        ) : team !== undefined && view.accountsExpected === 0 ? (
          <Box color="text-body-secondary">{team === '' ? 'Everything has a team.' : `Nothing is known that team ${team} owns.`}</Box>
        ) : (
          <Unread view={view} />
        )
      }
    </Loaded>
  );
}

function Sections({ view, organization, team }: PostureProps & { view: OrganizationView }) {
  const of: FindingFilter = team === undefined ? {} : { team };
  return (
    <SpaceBetween size="l">
      {view.reassessing && (
        <Alert type="info">A newer catalog revision is being applied. Scores move until every account is judged by it.</Alert>
      )}
      <Trust view={view} />
      <SinceLastVisit organization={organization} team={team} />
      <Scores view={view} securityHub={securityHubOf(view)} />
      <Units units={view.units} />
      <HeatMap rows={view.accounts} of={of} />
      <Failures view={view} of={of} />
      <ControlsToMend controls={view.failingControls} of={of} />
    </SpaceBetween>
  );
}

function Unread({ view }: { view: OrganizationView }) {
  return (
    <SpaceBetween size="l">
      <Alert type="info" header="No account has a scorecard yet">
        <Box variant="p">
          {counted(view.accountsExpected, 'account is known', 'accounts are known')}. Scores show here as soon as the first scan has been
          judged; this page follows by itself.
        </Box>
      </Alert>
      <Trust view={view} />
    </SpaceBetween>
  );
}

function securityHubOf(view: OrganizationView): SecurityHubMeasure {
  return {
    value: view.securityHubMean,
    madeOf: `mean of the accounts: passed controls of those with data. Security Hub’s administrator view, where a control that fails in one account has failed, comes to ${points(view.overall.securityHub)}.`,
  };
}
