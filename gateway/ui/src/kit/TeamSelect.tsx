import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { noTeam, useTeamNames } from './teams';

const all = { value: '', label: 'All teams' };

/** Narrows a list to one team; the empty name is what no team owns. */
export function TeamSelect({ team, onChange }: { team: string | undefined; onChange: (team: string | undefined) => void }) {
  const options = useTeamNames().map((value) => ({ value, label: value }));
  const name = team === '' ? noTeam : team;
  return (
    <FormField label="Team">
      <Select
        options={[all, ...options]}
        selectedOption={name === undefined ? all : { value: name, label: name }}
        filteringType="auto"
        onChange={({
          detail: {
            selectedOption: { value },
          },
        }) => onChange(value === '' ? undefined : value === noTeam ? '' : value)}
      />
    </FormField>
  );
}
