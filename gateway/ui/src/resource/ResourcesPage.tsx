import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { Loaded } from '../kit/Loaded';
import { useOrganizations } from '../kit/organizations';
import { Page } from '../kit/Page';
import { ResourceFilterBar } from './ResourceFilterBar';
import { type ResourceFilter, ResourceList } from './ResourceList';

const names = ['account', 'type', 'region', 'team'] as const;

export default function ResourcesPage() {
  const { query, current } = useOrganizations();
  const [search, setSearch] = useSearchParams();
  const filter: ResourceFilter = {};
  for (const name of names) {
    const value = search.get(name);
    if (value !== null && (value !== '' || name === 'team')) {
      filter[name] = value;
    }
  }
  return (
    <Page title="Resources" description="Every resource that was read; open one to see, layer by layer, whose it is.">
      <Loaded query={query} what="the organisations">
        {() => (
          <SpaceBetween size="s">
            <ResourceFilterBar filter={filter} onChange={(changed) => setSearch(changed, { replace: true })} />
            <ResourceList filter={filter} organization={current?.id} variant="container" />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}
