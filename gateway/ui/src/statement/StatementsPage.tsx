import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import type { StatementKind } from '../api/statements';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { filterOf, StatementFilterBar } from './StatementFilterBar';
import { StatementTable } from './StatementTable';
import { kindNames } from './words';

export default function StatementsPage({ kind }: { kind: StatementKind }) {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  return (
    <Page
      title={kindNames[kind].many}
      description={kindNames[kind].about}
      actions={
        <Button variant="primary" href={paths.propose(kind)}>
          {kindNames[kind].propose}
        </Button>
      }
    >
      <OfOrganization>
        {(organization) => (
          <SpaceBetween size="l">
            <StatementFilterBar
              kind={kind}
              organization={organization}
              filter={filter}
              onChange={(changed) => setSearch(changed, { replace: true })}
            />
            <StatementTable kind={kind} organization={organization} filter={filter} />
          </SpaceBetween>
        )}
      </OfOrganization>
    </Page>
  );
}
