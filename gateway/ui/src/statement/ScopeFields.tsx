import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import type { ScopeText, ScopeWidth } from './scope';

const widths: { value: ScopeWidth; label: string; description: string }[] = [
  { value: 'organization', label: 'Whole organisation', description: 'All accounts that it has now; one that joins later is not covered.' },
  { value: 'ou', label: 'One unit', description: 'All accounts that are in it or below it now.' },
  { value: 'accounts', label: 'Accounts', description: 'Those that you name.' },
  { value: 'resources', label: 'Single resources', description: 'Nothing else in their accounts.' },
];

interface ScopeFieldsProps {
  organization: string;
  scope: ScopeText;
  onChange: (scope: ScopeText) => void;
  problemAt: (field: string) => string | undefined;
}

/** What a statement covers: the organisation, a unit, accounts or single resources. */
export function ScopeFields({ organization, scope, onChange, problemAt }: ScopeFieldsProps) {
  const view = useQuery(`organization/${organization}`, (signal) => api.organization(organization, signal)).data;
  const set = (changed: Partial<ScopeText>) => onChange({ ...scope, ...changed });
  const units = (view?.units ?? [])
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => ({ value: JSON.stringify(path), label: path.join(' / ') }));
  const accounts = (view?.accounts ?? []).map(({ account, name }) => ({ value: account, label: name, description: account }));
  return (
    <SpaceBetween size="m">
      <FormField label="It covers" errorText={problemAt('scope')}>
        <RadioGroup items={widths} value={scope.width} onChange={({ detail }) => set({ width: detail.value as ScopeWidth })} />
      </FormField>
      {scope.width === 'ou' && (
        <FormField label="Unit" errorText={problemAt('ou')}>
          <Select
            options={units}
            selectedOption={units.find(({ value }) => value === JSON.stringify(scope.ou)) ?? null}
            placeholder="Choose a unit"
            filteringType="auto"
            onChange={({ detail }) => set({ ou: JSON.parse(detail.selectedOption.value ?? '[]') as string[] })}
          />
        </FormField>
      )}
      {scope.width === 'accounts' && (
        <FormField label="Accounts" errorText={problemAt('accounts')}>
          <Multiselect
            options={accounts}
            selectedOptions={accounts.filter(({ value }) => scope.accounts.includes(value))}
            placeholder="Choose accounts"
            filteringType="auto"
            onChange={({ detail }) => set({ accounts: detail.selectedOptions.flatMap(({ value }) => value ?? []) })}
          />
        </FormField>
      )}
      {scope.width === 'resources' && (
        <FormField
          label="Resource keys"
          description="One a line. A resource’s key stands at the end of its page’s address."
          errorText={problemAt('resources') ?? problemAt('accounts')}
          stretch
        >
          <Textarea value={scope.resources} rows={2} onChange={({ detail }) => set({ resources: detail.value })} />
        </FormField>
      )}
    </SpaceBetween>
  );
}
