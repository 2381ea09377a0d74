import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { clockTime, readClockTime } from './clock-time.ts';

interface TimeFieldProps {
  readonly label: string;
  /** Minutes since midnight. */
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

/** A time of day. While it is half typed, the one before holds; it is there again once the field is left. */
export const TimeField = ({ label, value, onChange }: TimeFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      <TextInput
        type="time"
        required
        value={typed ?? clockTime(value)}
        onChange={({ currentTarget: { value: text } }) => {
          setTyped(text);
          const minutes = readClockTime(text);
          if (minutes !== null) onChange(minutes);
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
};
