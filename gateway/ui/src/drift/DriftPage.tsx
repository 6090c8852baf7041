import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { AccountSelect } from '../kit/AccountSelect';
import { DayField } from '../kit/DayField';
import { OfOrganization } from '../kit/OfOrganization';
import { Page } from '../kit/Page';
import { TeamSelect } from '../kit/TeamSelect';
import { DriftTable } from './DriftTable';

export interface DriftFilter {
  /** As far back as is kept, a month at most, where no day is chosen. */
  since?: string;
  account?: string;
  kind?: string;
  team?: string;
}

const kinds = [
  { value: '', label: 'Duties and verdicts' },
  { value: 'DUTY', label: 'Duties' },
  { value: 'VERDICT', label: 'Verdicts' },
];

export default function DriftPage() {
  const [search, setSearch] = useSearchParams();
  const filter: DriftFilter = {};
  const since = search.get('since');
  const account = search.get('account');
  const kind = search.get('kind');
  if (since !== null) {
    filter.since = since;
  }
  if (account !== null) {
    filter.account = account;
  }
  if (kind !== null) {
    filter.kind = kind;
  }
  const team = search.get('team');
  if (team !== null) {
    filter.team = team;
  }
  const go = (changed: Record<string, string | undefined>) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ ...filter, ...changed }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined && (entry[1] !== '' || entry[0] === 'team'),
        ),
      ),
      { replace: true },
    );

  return (
    <Page
      title="Drift"
      description="Duties whose party changed for a workload or resource, and verdicts that changed, other than by a catalog change."
    >
      <OfOrganization>
        {(organization) => (
          <SpaceBetween size="l">
            <ColumnLayout columns={4}>
              <DayField
                label="Since"
                day={since?.slice(0, 10) ?? ''}
                constraint={since === null ? 'The last 30 days, as far as moves are kept' : undefined}
                onChange={(day) => day !== '' && go({ since: day })}
                isEnabled={(day) => day < new Date()}
              />
              <AccountSelect organization={organization} account={filter.account} onChange={(changed) => go({ account: changed })} />
              <TeamSelect team={filter.team} onChange={(changed) => go({ team: changed })} />
              <FormField label="What moved">
                <Select
                  options={kinds}
                  selectedOption={kinds.find(({ value }) => value === (filter.kind ?? '')) ?? null}
                  onChange={({ detail }) => go({ kind: detail.selectedOption.value })}
                />
              </FormField>
            </ColumnLayout>
            <DriftTable organization={organization} filter={filter} />
          </SpaceBetween>
        )}
      </OfOrganization>
    </Page>
  );
}
