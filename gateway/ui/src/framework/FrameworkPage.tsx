import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../api/api';
import type { FrameworkPosture } from '../api/frameworks';
import { useQuery } from '../api/useQuery';
import { AccountSelect } from '../kit/AccountSelect';
import { count, counted } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { ScoreRange } from '../mark/ScoreRange';
import { VerdictMark } from '../mark/VerdictMark';
import { Requirements } from './Requirements';
import { type Shown, shown, whoseIs } from './requirements';

export default function FrameworkPage() {
  const { id = '' } = useParams();
  const frameworks = useQuery('frameworks', api.frameworks).data;
  const framework = frameworks?.find((one) => one.id === id);
  return (
    <Page
      title={framework === undefined ? 'Framework' : `${framework.name} ${framework.version}`}
      description={id}
      above={[{ text: 'Frameworks', href: paths.frameworks }]}
    >
      <OfOrganization>{(organization) => <Posture id={id} organization={organization} />}</OfOrganization>
    </Page>
  );
}

function Posture({ id, organization }: { id: string; organization: string }) {
  const [search, setSearch] = useSearchParams();
  const account = search.get('account') ?? undefined;
  const show = shown.find((known) => known === search.get('show')) ?? 'all';
  const query = useQuery(`framework/${id}/${organization}/${account ?? ''}`, (signal) =>
    api.framework(id, { organization, account }, signal),
  );
  const go = (changed: { account: string | undefined; show: Shown }) =>
    setSearch(
      { ...(changed.account === undefined ? {} : { account: changed.account }), ...(changed.show === 'all' ? {} : { show: changed.show }) },
      { replace: true },
    );
  return (
    <SpaceBetween size="l">
      <AccountSelect organization={organization} account={account} onChange={(changed) => go({ account: changed, show })} />
      <Loaded query={query} what="the framework">
        {(posture) => (
          <SpaceBetween size="l">
            <InShort posture={posture} />
            <Requirements key={show} posture={posture} account={account} show={show} onShow={(changed) => go({ account, show: changed })} />
          </SpaceBetween>
        )}
      </Loaded>
    </SpaceBetween>
  );
}

function InShort({ posture: { overall, requirements } }: { posture: FrameworkPosture }) {
  const of = (verdict: string) => requirements.filter((one) => one.verdict === verdict).length;
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Score of the customer’s part', value: <ScoreRange score={overall} large /> },
          {
            label: 'Requirements',
            value: (
              <>
                <div>
                  <VerdictMark verdict="FAIL" /> {count(of('FAIL'))}
                </div>
                <div>
                  <VerdictMark verdict="UNKNOWN" /> {count(of('UNKNOWN'))}
                </div>
                <div>
                  <VerdictMark verdict="PASS" /> {count(of('PASS'))}
                </div>
              </>
            ),
          },
          { label: 'AWS’s alone', value: counted(requirements.filter((one) => whoseIs(one) === 'AWS').length, 'requirement') },
          {
            label: 'Answered by no control',
            value: counted(requirements.filter(({ controls }) => controls.length === 0).length, 'requirement'),
          },
        ]}
      />
    </Container>
  );
}
