import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import { useEffect, useState } from 'react';

interface DayFieldProps {
  label: string;
  day: string;
  onChange: (day: string) => void;
  description?: string | undefined;
  constraint?: string | undefined;
  problem?: string | undefined;
  isEnabled?: (date: Date) => boolean;
  disabled?: boolean;
}

const whole = /^(\d{4}-\d{2}-\d{2})?$/;

/** A calendar day, written as 2026-05-20; what is half typed is told to nobody. */
export function DayField({
  label,
  day,
  onChange,
  description,
  constraint,
  problem,
  isEnabled = () => true,
  disabled = false,
}: DayFieldProps) {
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  const type = (text: string) => {
    setTyped(text);
    if (whole.test(text)) {
      onChange(text);
    }
  };
  return (
    <FormField label={label} description={description} constraintText={constraint} errorText={problem}>
      <DatePicker
        value={typed}
        disabled={disabled}
        onChange={({ detail }) => type(detail.value)}
        format="iso"
        inputFormat="iso"
        placeholder="YYYY-MM-DD"
        isDateEnabled={isEnabled}
        openCalendarAriaLabel={(chosen) => `Choose ${label.toLowerCase()}${chosen === null ? '' : `, now ${chosen}`}`}
      />
    </FormField>
  );
}
