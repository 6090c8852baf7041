import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';

interface DayFieldProps {
  label: string;
  day: string;
  onChange: (day: string) => void;
  description?: string | undefined;
  constraint?: string | undefined;
  problem?: string | undefined;
  isEnabled?: (date: Date) => boolean;
}

/** A calendar day, written as 2026-05-20. */
export function DayField({ label, day, onChange, description, constraint, problem, isEnabled = () => true }: DayFieldProps) {
  return (
    <FormField label={label} description={description} constraintText={constraint} errorText={problem}>
      <DatePicker
        value={day}
        onChange={({ detail }) => onChange(detail.value)}
        format="iso"
        inputFormat="iso"
        placeholder="YYYY-MM-DD"
        isDateEnabled={isEnabled}
        openCalendarAriaLabel={(chosen) => `Choose ${label.toLowerCase()}${chosen === null ? '' : `, now ${chosen}`}`}
      />
    </FormField>
  );
}
