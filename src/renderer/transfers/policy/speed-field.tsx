import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { speedText } from '#shared/model/speed-text.ts';
import { application } from '../../state/application.ts';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { readTypedSpeed } from './speed-draft.ts';

interface SpeedFieldProps {
  readonly direction: 'down' | 'up';
  /** Bytes a second; null: as fast as it goes. */
  readonly value: number | null;
  /** Told of every speed that is one while it is typed. */
  readonly onChange: (value: number | null) => void;
}

/** A speed that counts as it is typed. Once the field is left, it shows what was understood, or what is wrong. */
export const SpeedField = ({ direction, value, onChange }: SpeedFieldProps) => {
  const { t } = useTranslation('policy');
  const locale = useStore(application, (state) => state.formatLocale);
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const wrong = typed !== null && readTypedSpeed(typed) === 'wrong';
  return (
    <Field label={t(`speed.${direction}`)} error={wrong && left ? t('speed.problem') : undefined}>
      <TextInput
        placeholder={t('speed.noLimit')}
        value={typed ?? (value === null ? '' : speedText(value, locale))}
        onChange={({ currentTarget: { value: text } }) => {
          setTyped(text);
          setLeft(false);
          const speed = readTypedSpeed(text);
          if (speed !== 'wrong') onChange(speed);
        }}
        onBlur={() => {
          setLeft(true);
          if (!wrong) setTyped(null);
        }}
      />
    </Field>
  );
};
