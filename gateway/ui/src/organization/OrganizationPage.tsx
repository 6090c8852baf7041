import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { api } from '../api/api';
import type { OrganizationRef, OrganizationView } from '../api/posture';
import { useQuery } from '../api/useQuery';
import { counted } from '../shell/format';
import { useLive } from '../shell/live';
import { Loaded } from '../shell/Loaded';
import { isSample, useOrganizations } from '../shell/organizations';
import { Page } from '../shell/Page';
import { Failures } from './Failures';
import { HeatMap } from './HeatMap';
import { ControlsToMend } from './ControlsToMend';
import { Scores } from './Scores';
import { SinceLastVisit } from './SinceLastVisit';
import { StartHere } from './StartHere';
import { Trust } from './Trust';
import { Units } from './Units';

export default function OrganizationPage() {
  const { query, current } = useOrganizations();
  return (
    <Page title="Organisation" description={current === undefined ? undefined : <Which organization={current} />}>
      <Loaded query={query} what="the organisations">
        {() => (current === undefined ? <StartHere /> : <Posture key={current.id} organization={current.id} />)}
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

function Posture({ organization }: { organization: string }) {
  const query = useQuery(`organization/${organization}`, (signal) => api.organization(organization, signal));
  useLive('scorecard', () => true, query.reload);
  return (
    <Loaded query={query} what="the organisation">
      {(view) => (view.accountsRead === 0 ? <Unread view={view} /> : <Sections view={view} organization={organization} />)}
    </Loaded>
  );
}

function Sections({ view, organization }: { view: OrganizationView; organization: string }) {
  return (
    <SpaceBetween size="l">
      {view.reassessing && (
        <Alert type="info">A newer catalog revision is being applied. Scores move until every account is judged by it.</Alert>
      )}
      <Trust view={view} />
      <SinceLastVisit organization={organization} />
      <Scores view={view} />
      <Units units={view.units} />
      <HeatMap rows={view.accounts} />
      <Failures view={view} />
      <ControlsToMend controls={view.failingControls} />
    </SpaceBetween>
  );
}

function Unread({ view }: { view: OrganizationView }) {
  return (
    <SpaceBetween size="l">
      <Alert type="info" header="No account has a scorecard yet">
        <Box variant="p">
          {counted(view.accountsExpected, 'account is known', 'accounts are known')}. Scores show here as soon as the first
          scan has been judged; this page follows by itself.
        </Box>
      </Alert>
      <Trust view={view} />
    </SpaceBetween>
  );
}
