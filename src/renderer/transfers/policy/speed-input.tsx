import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';

interface SpeedInputProps {
  readonly direction: 'down' | 'up';
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Whether the text is no speed; said once the field is left, or at once where somebody has tried to save. */
  readonly wrong: boolean;
  readonly tried?: boolean;
  readonly onLeave?: () => void;
}

/** A speed as text; an empty one is no limit. */
export const SpeedInput = ({ direction, text, onChange, wrong, tried = false, onLeave }: SpeedInputProps) => {
  const { t } = useTranslation('policy');
  const [left, setLeft] = useState(true);
  return (
    <Field label={t(`speed.${direction}`)} error={wrong && (left || tried) ? t('speed.problem') : undefined}>
      <TextInput
        placeholder={t('speed.noLimit')}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setLeft(false);
          onChange(value);
        }}
        onBlur={() => {
          setLeft(true);
          onLeave?.();
        }}
      />
    </Field>
  );
};
