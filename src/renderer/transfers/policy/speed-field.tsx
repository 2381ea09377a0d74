import { useState } from 'react';
import { useStore } from 'zustand';
import { application } from '../../state/application.ts';
import { readTypedSpeed, typedSpeed } from './speed-draft.ts';
import { SpeedInput } from './speed-input.tsx';

interface SpeedFieldProps {
  readonly direction: 'down' | 'up';
  /** Bytes a second; null: as fast as it goes. */
  readonly value: number | null;
  /** Told of every speed that is one while it is typed. */
  readonly onChange: (value: number | null) => void;
}

/** A speed that counts as it is typed. Once the field is left, it shows what was understood, or what is wrong. */
export const SpeedField = ({ direction, value, onChange }: SpeedFieldProps) => {
  const locale = useStore(application, (state) => state.formatLocale);
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readTypedSpeed(typed) === 'wrong';
  return (
    <SpeedInput
      direction={direction}
      text={typed ?? typedSpeed(value, locale)}
      wrong={wrong}
      onChange={(text) => {
        setTyped(text);
        const speed = readTypedSpeed(text);
        if (speed !== 'wrong') onChange(speed);
      }}
      onLeave={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
};
