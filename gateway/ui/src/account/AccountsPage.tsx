import { useState } from 'react';
import { api } from '../api/api';
import { usePages } from '../api/usePages';
import { useLive } from '../shell/live';
import { Loaded } from '../shell/Loaded';
import { useOrganizations } from '../shell/organizations';
import { Page } from '../shell/Page';
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
  const pages = usePages(`accounts/${organization}/${sort}`, (cursor, signal) =>
    api.accounts({ organization, sort, cursor, limit: 100 }, signal),
  );
  useLive('scorecard', () => pages.items.length <= 100, pages.reload);
  return <AccountsTable pages={pages} sort={sort} onSort={setSort} />;
}
