import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import type { FindingState } from '../api/assessed';
import { Loaded } from '../shell/Loaded';
import { useOrganizations } from '../shell/organizations';
import { Page } from '../shell/Page';
import { filterOf, searchOf } from './filter';
import { FilterBar } from './FilterBar';
import { FindingList } from './FindingList';

export default function FindingsPage() {
  const { query, current } = useOrganizations();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const state: FindingState = filter.state === 'RESOLVED' ? 'RESOLVED' : 'OPEN';

  return (
    <Page
      title="Findings"
      description="Failures of one control on one resource: whose each is, since when, and due when."
      actions={
        <SegmentedControl
          label="State"
          selectedId={state}
          onChange={({ detail }) => setSearch(searchOf({ ...filter, state: detail.selectedId }), { replace: true })}
          options={[
            { id: 'OPEN', text: 'Open' },
            { id: 'RESOLVED', text: 'Resolved' },
          ]}
        />
      }
    >
      <Loaded query={query} what="the organisations">
        {() => (
          <SpaceBetween size="s">
            <FilterBar filter={filter} onChange={(changed) => setSearch(searchOf(changed), { replace: true })} />
            <FindingList filter={{ ...filter, state }} organization={current?.id} variant="container" />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}
