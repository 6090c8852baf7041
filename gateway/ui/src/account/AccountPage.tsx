import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams, useSearchParams } from 'react-router';
import { api, verdictsAddress } from '../api/api';
import type { AccountView } from '../api/posture';
import { useQuery } from '../api/useQuery';
import { Loaded } from '../kit/Loaded';
import { useLive } from '../kit/live';
import { Page } from '../kit/Page';
import { PastBanner, PastDay } from '../kit/Past';
import { paths } from '../kit/paths';
import { Scores } from '../organization/Scores';
import { AccountSummary } from './AccountSummary';
import { AccountTabs } from './AccountTabs';

export default function AccountPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asOf = search.get('asOf') ?? undefined;
  const query = useQuery(`account/${id}/${asOf ?? ''}`, (signal) => api.account(id, { asOf }, signal));
  useLive('scorecard', ({ account }) => asOf === undefined && account === id, query.reload);
  const look = (day: string | undefined) => setSearch(day === undefined ? {} : { asOf: day }, { replace: true });
  return (
    <Page
      title={query.data?.account.name ?? `Account ${id}`}
      description={query.data === undefined ? undefined : `Account ${id}`}
      above={[{ text: 'Accounts', href: paths.accounts }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={verdictsAddress(id)} download iconName="download">
            Every verdict (CSV)
          </Button>
          <Button href={paths.findings({ account: id, ...(asOf === undefined ? {} : { asOf }) })}>Its findings</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <PastBanner asOf={asOf} onChange={look} />
        <PastDay asOf={asOf} onChange={look} />
        <Loaded query={query} what="the account">
          {(view) => <AccountContent view={view} />}
        </Loaded>
      </SpaceBetween>
    </Page>
  );
}

function AccountContent({ view: { account, scorecard } }: { view: AccountView }) {
  return (
    <SpaceBetween size="l">
      {account.status !== 'ACTIVE' && (
        <Alert type="warning">
          {account.status === 'SUSPENDED' ? 'AWS has suspended this account.' : 'This account has left the organisation.'} What is shown is
          what was read last.
        </Alert>
      )}
      {scorecard?.reassessing === true && (
        <Alert type="info">A newer catalog revision is being applied to this account. Its scores still move.</Alert>
      )}
      <AccountSummary account={account} scorecard={scorecard} />
      {scorecard === undefined ? (
        <Alert type="info">This account has no scorecard yet. It appears here as soon as a scan of it has been judged.</Alert>
      ) : (
        <SpaceBetween size="l">
          <Scores
            view={scorecard}
            securityHub={{ value: scorecard.overall.securityHub, madeOf: 'passed controls of those with data, for comparison' }}
          />
          <AccountTabs scorecard={scorecard} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
