import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import { Loaded } from '../kit/Loaded';
import { useLive } from '../kit/live';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { TeamTable } from './TeamTable';

export default function TeamsPage() {
  return (
    <Page
      title="Teams"
      description="Who must act. A resource’s team is that of its tag, else of its stack, else of its account, else of its unit."
    >
      <OfOrganization>{(organization) => <Teams organization={organization} />}</OfOrganization>
    </Page>
  );
}

function Teams({ organization }: { organization: string }) {
  const query = useQuery(`teams/${organization}`, (signal) => api.teams(organization, signal));
  useLive('scorecard', () => true, query.reload);
  return (
    <Loaded query={query} what="the teams">
      {(teams) => <TeamTable teams={teams} />}
    </Loaded>
  );
}
