import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { StatementKind } from '../api/statements';
import { AccountSelect } from '../kit/AccountSelect';
import { useControls } from '../kit/catalog';
import { DayField } from '../kit/DayField';
import { canBeAbout, stateLooks, states } from './words';

const names = ['state', 'control', 'account', 'expiresBefore'] as const;

export type StatementFilter = Partial<Record<(typeof names)[number], string>>;

export function filterOf(search: URLSearchParams): StatementFilter {
  return Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : []))) as StatementFilter;
}

interface StatementFilterBarProps {
  kind: StatementKind;
  organization: string;
  filter: StatementFilter;
  onChange: (filter: Record<string, string>) => void;
}

const anyState = { value: '', label: 'Any state' };
const anyControl = { value: '', label: 'Any control' };

export function StatementFilterBar({ kind, organization, filter, onChange }: StatementFilterBarProps) {
  const controls = useControls();
  const set = (name: keyof StatementFilter, value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    onChange(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const stateOptions = states.map((value) => ({ value, label: stateLooks[value].text }));
  const controlOptions = controls.all
    .filter((control) => canBeAbout(kind, control))
    .map(({ id, title }) => ({ value: id, label: title, description: id }));
  return (
    <ColumnLayout columns={4}>
      <FormField label="State">
        <Select
          options={[anyState, ...stateOptions]}
          selectedOption={stateOptions.find(({ value }) => value === filter.state) ?? anyState}
          onChange={({ detail }) => set('state', detail.selectedOption.value)}
        />
      </FormField>
      <FormField label="Control">
        <Select
          options={[anyControl, ...controlOptions]}
          selectedOption={filter.control === undefined ? anyControl : { value: filter.control, label: controls.title(filter.control) }}
          filteringType="auto"
          onChange={({ detail }) => set('control', detail.selectedOption.value)}
        />
      </FormField>
      <AccountSelect organization={organization} account={filter.account} onChange={(account) => set('account', account)} />
      <DayField label="Ends before" day={filter.expiresBefore ?? ''} onChange={(day) => set('expiresBefore', day)} />
    </ColumnLayout>
  );
}
