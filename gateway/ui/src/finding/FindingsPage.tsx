import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { Loaded } from '../kit/Loaded';
import { useOrganizations } from '../kit/organizations';
import { Page } from '../kit/Page';
import { PastBanner, PastDay } from '../kit/Past';
import type { FindingFilter } from '../kit/paths';
import { FilterBar } from './FilterBar';
import { FindingList } from './FindingList';
import { filterOf, searchOf, stateOf } from './filter';

/** Only what is open can be overdue. */
function withoutOverdue({ overdue: _, ...rest }: FindingFilter): FindingFilter {
  return rest;
}

export default function FindingsPage() {
  const { query, current } = useOrganizations();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const state = stateOf(filter.state);
  const look = (asOf: string | undefined) => {
    const { asOf: _, ...today } = filter;
    setSearch(searchOf(asOf === undefined ? today : { ...today, asOf }), { replace: true });
  };

  return (
    <Page
      title="Findings"
      description="Failures of one control on one resource: whose each is, since when, and due when."
      actions={
        <SegmentedControl
          label="State"
          selectedId={state}
          onChange={({ detail: { selectedId } }) =>
            setSearch(searchOf({ ...(selectedId === 'OPEN' ? filter : withoutOverdue(filter)), state: selectedId }), { replace: true })
          }
          options={[
            { id: 'OPEN', text: 'Open' },
            { id: 'WAIVED', text: 'Waived' },
            { id: 'RESOLVED', text: 'Resolved' },
          ]}
        />
      }
    >
      <Loaded query={query} what="the organisations">
        {() => (
          <SpaceBetween size="s">
            <PastBanner asOf={filter.asOf} onChange={look} />
            <FilterBar filter={filter} onChange={(changed) => setSearch(searchOf(changed), { replace: true })} />
            <PastDay asOf={filter.asOf} onChange={look} ofAccount={filter.account !== undefined} />
            <FindingList filter={{ ...filter, state }} organization={current?.id} variant="container" />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}
