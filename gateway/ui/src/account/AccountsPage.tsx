import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import { usePages } from '../api/usePages';
import { Loaded } from '../kit/Loaded';
import { useLive } from '../kit/live';
import { useOrganizations } from '../kit/organizations';
import { Page } from '../kit/Page';
import { TeamSelect } from '../kit/TeamSelect';
import { AccountsTable, type Sort } from './AccountsTable';

export default function AccountsPage() {
  const { query, current } = useOrganizations();
  return (
    <Page title="Accounts" description="Every account of the organisation with its grade, score and range.">
      <Loaded query={query} what="the organisations">
        {() => <Accounts key={current?.id} organization={current?.id} />}
      </Loaded>
    </Page>
  );
}

function Accounts({ organization }: { organization: string | undefined }) {
  const [sort, setSort] = useState<Sort>('score');
  const [search, setSearch] = useSearchParams();
  const team = search.get('team') ?? undefined;
  const pages = usePages(`accounts/${organization}/${sort}/${team ?? '*'}`, (cursor, signal) =>
    api.accounts({ organization, sort, team, cursor, limit: 100 }, signal),
  );
  useLive('scorecard', () => pages.items.length <= 100, pages.reload);
  return (
    <SpaceBetween size="s">
      <TeamSelect team={team} onChange={(changed) => setSearch(changed === undefined ? {} : { team: changed }, { replace: true })} />
      <AccountsTable pages={pages} sort={sort} onSort={setSort} />
    </SpaceBetween>
  );
}
