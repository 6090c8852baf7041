import Tabs from '@cloudscape-design/components/tabs';
import { useSearchParams } from 'react-router';
import type { Scorecard } from '../api/posture';
import { FindingList } from '../finding/FindingList';
import { ResourceList } from '../resource/ResourceList';
import { count } from '../shell/format';
import { BlindSpots } from './BlindSpots';
import { LayerTable } from './LayerTable';
import { TopGaps } from './TopGaps';

export function AccountTabs({ scorecard }: { scorecard: Scorecard }) {
  const [search, setSearch] = useSearchParams();
  const { account } = scorecard;
  return (
    <Tabs
      variant="container"
      ariaLabel="Parts of the account"
      activeTabId={search.get('tab') ?? 'layers'}
      onChange={({ detail }) => setSearch({ tab: detail.activeTabId }, { replace: true })}
      tabs={[
        { id: 'layers', label: 'Layers', content: <LayerTable scorecard={scorecard} /> },
        { id: 'gaps', label: 'Top gaps', content: <TopGaps account={account} gaps={scorecard.topGaps} /> },
        { id: 'blind', label: `Blind spots (${count(scorecard.blind.length)})`, content: <BlindSpots blind={scorecard.blind} /> },
        { id: 'findings', label: 'Findings', content: <FindingList filter={{ account }} /> },
        { id: 'resources', label: 'Resources', content: <ResourceList filter={{ account }} /> },
      ]}
    />
  );
}
