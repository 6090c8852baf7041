import Tabs from '@cloudscape-design/components/tabs';
import { useSearchParams } from 'react-router';
import type { Scorecard } from '../api/posture';
import { FindingList } from '../finding/FindingList';
import { count } from '../kit/format';
import { ResourceList } from '../resource/ResourceList';
import { BlindSpots } from './BlindSpots';
import { LayerTable } from './LayerTable';
import { TopGaps } from './TopGaps';

export function AccountTabs({ scorecard }: { scorecard: Scorecard }) {
  const [search, setSearch] = useSearchParams();
  const { account } = scorecard;
  const asOf = search.get('asOf');
  const of = { account, ...(asOf === null ? {} : { asOf }) };
  return (
    <Tabs
      variant="container"
      ariaLabel="Parts of the account"
      activeTabId={search.get('tab') ?? 'layers'}
      onChange={({ detail }) => setSearch({ ...(asOf === null ? {} : { asOf }), tab: detail.activeTabId }, { replace: true })}
      tabs={[
        { id: 'layers', label: 'Layers', content: <LayerTable scorecard={scorecard} of={of} /> },
        { id: 'gaps', label: 'Top gaps', content: <TopGaps of={of} gaps={scorecard.topGaps} /> },
        { id: 'blind', label: `Blind spots (${count(scorecard.blind.length)})`, content: <BlindSpots blind={scorecard.blind} /> },
        { id: 'findings', label: 'Findings', content: <FindingList filter={of} /> },
        ...(asOf === null ? [{ id: 'resources', label: 'Resources', content: <ResourceList filter={{ account }} /> }] : []),
      ]}
    />
  );
}
