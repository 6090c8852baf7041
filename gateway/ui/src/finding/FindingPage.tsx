import Badge from '@cloudscape-design/components/badge';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { api } from '../api/api';
import type { FindingDetail, FindingState } from '../api/assessed';
import type { Events } from '../api/events';
import { useQuery } from '../api/useQuery';
import { typeName } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { useLive } from '../kit/live';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { FindingActions } from './FindingActions';
import { Headline } from './Headline';
import { HistoryAndMaps } from './HistoryAndMaps';
import { IsItDone } from './IsItDone';
import { WhatToDo } from './WhatToDo';
import { WhoseIsIt } from './WhoseIsIt';
import { stateNames } from './words';

const badges: Record<FindingState, 'grey' | 'green' | 'blue'> = { OPEN: 'grey', WAIVED: 'blue', RESOLVED: 'green' };

/** News of one finding concern that one, a summary all of its scope. */
function concerns({ scope, finding }: Events['findings'], id: string): boolean {
  return finding === undefined ? id.startsWith(scope.replaceAll('/', '.').replaceAll('::', '-')) : finding === id;
}

export default function FindingPage() {
  const { id = '' } = useParams();
  const query = useQuery(`finding/${id}`, (signal) => api.finding(id, signal));
  useLive('findings', (news) => concerns(news, id), query.reload);
  const finding = query.data?.finding;
  return (
    <Page
      title={finding?.title ?? 'Finding'}
      above={[{ text: 'Findings', href: paths.findings() }]}
      description={finding === undefined ? undefined : <Where detail={query.data as FindingDetail} />}
      actions={finding !== undefined && <FindingActions finding={finding} />}
    >
      <Loaded query={query} what="the finding">
        {(detail) => (
          <SpaceBetween size="l">
            <Headline detail={detail} />
            <WhoseIsIt detail={detail} />
            <IsItDone detail={detail} />
            <WhatToDo remedy={detail.remedy} why={detail.why} />
            <HistoryAndMaps detail={detail} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Where({ detail: { finding } }: { detail: FindingDetail }) {
  return (
    <span className="where">
      <SeverityMark severity={finding.severity} />
      <Badge color={badges[finding.state]}>{stateNames[finding.state]}</Badge>
      <span>
        {typeName(finding.resource.type)}{' '}
        <Link href={paths.resource(finding.resource.key)}>{finding.resource.name ?? finding.resource.id}</Link> in {finding.resource.region}
      </span>
    </span>
  );
}
