import { useSearchParams } from 'react-router';
import type { StatementKind } from '../api/statements';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { ProposalForm } from './ProposalForm';
import { kindNames } from './words';

export default function ProposePage({ kind }: { kind: StatementKind }) {
  const [search] = useSearchParams();
  const names = kindNames[kind];
  return (
    <Page
      title={names.propose}
      description="It counts once somebody else has approved it."
      above={[{ text: names.many, href: paths.statements(kind) }]}
    >
      <OfOrganization>
        {(organization) => (
          <ProposalForm
            kind={kind}
            organization={organization}
            control={search.get('control') ?? ''}
            resource={search.get('resource') ?? undefined}
          />
        )}
      </OfOrganization>
    </Page>
  );
}
