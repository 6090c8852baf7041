import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useSearchParams } from 'react-router';
import { FindingList } from '../finding/FindingList';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { ResourceList } from '../resource/ResourceList';

/** The queue of what has no team: nobody is told of it until it has one. */
export default function UnownedPage() {
  const [search, setSearch] = useSearchParams();
  return (
    <Page title="What no team owns" description="Nobody is told of it until it has a team." above={[{ text: 'Teams', href: paths.teams }]}>
      <OfOrganization>
        {(organization) => (
          <SpaceBetween size="l">
            <Alert type="info" header="How to give it a team">
              Tag the resource or its stack, or set the owning team of its account or unit. The next scan brings the tag in.
            </Alert>
            <Tabs
              ariaLabel="What no team owns"
              activeTabId={search.get('tab') ?? 'findings'}
              onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
              tabs={[
                {
                  id: 'findings',
                  label: 'Findings',
                  content: <FindingList filter={{ team: '', state: 'OPEN' }} organization={organization} variant="container" />,
                },
                {
                  id: 'resources',
                  label: 'Resources',
                  content: <ResourceList filter={{ team: '' }} organization={organization} variant="container" />,
                },
              ]}
            />
          </SpaceBetween>
        )}
      </OfOrganization>
    </Page>
  );
}
