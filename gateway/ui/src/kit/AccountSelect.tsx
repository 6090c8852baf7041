import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';

const all = { value: '', label: 'All accounts' };

interface AccountSelectProps {
  organization: string;
  account: string | undefined;
  onChange: (account: string | undefined) => void;
}

/** Narrows a page to one account of the organisation. */
export function AccountSelect({ organization, account, onChange }: AccountSelectProps) {
  const query = useQuery(`organization/${organization}`, (signal) => api.organization(organization, signal));
  const options = (query.data?.accounts ?? []).map(({ account: id, name }) => ({ value: id, label: name, description: id }));
  const chosen = account === undefined ? all : (options.find(({ value }) => value === account) ?? { value: account, label: account });
  return (
    <FormField label="Account">
      <Select
        options={[all, ...options]}
        selectedOption={chosen}
        filteringType="auto"
        virtualScroll
        statusType={query.loading ? 'loading' : 'finished'}
        onChange={({ detail }) => onChange(detail.selectedOption.value === '' ? undefined : detail.selectedOption.value)}
      />
    </FormField>
  );
}
