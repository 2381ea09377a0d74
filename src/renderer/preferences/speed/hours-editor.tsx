import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpeedHours } from '#shared/model/speed-plan.ts';
import { NO_LIMIT } from '#shared/model/transfer-policy.ts';
import { Button } from '../../ui/button.tsx';
import styles from './hours.module.css';
import { HoursFields } from './hours-fields.tsx';

/** What somebody who adds hours most likely wants: the evening and the night of every day. */
const NEW_HOURS: SpeedHours = { days: [0, 1, 2, 3, 4, 5, 6], from: 18 * 60, until: 8 * 60, speeds: NO_LIMIT };
/** As many as the preferences keep. */
const MOST_HOURS = 50;

interface HoursEditorProps {
  readonly hours: readonly SpeedHours[];
  readonly onChange: (hours: readonly SpeedHours[]) => void;
}

/** Hours with speeds of their own, in the order in which they are looked at. Every change counts at once. */
export const HoursEditor = ({ hours, onChange }: HoursEditorProps) => {
  const { t } = useTranslation('preferences');
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  // One for each of the hours: fields stay with what they are of when it is moved.
  const [keys, setKeys] = useState<readonly number[]>(() => hours.map((_, index) => index));
  const nextKey = useRef(hours.length);
  /** What has just been put somewhere else has the keyboard: the button that did it, or the first day where it is new. */
  const [placed, setPlaced] = useState<{ readonly index: number; readonly what: 'new' | 'moved' } | null>(null);

  useEffect(() => {
    if (placed === null) return undefined;
    // The days are one stop for the keyboard, and know that a frame after they are drawn.
    const frame = requestAnimationFrame(() => {
      const fields = list.current?.children[placed.index];
      const buttons = fields?.querySelectorAll('button') ?? [];
      // Behind the days stand the two buttons.
      const at = placed.what === 'new' ? 0 : buttons.length - 2;
      buttons[at]?.focus();
      fields?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [placed]);

  const change = (at: number, changed: SpeedHours): void =>
    onChange(hours.map((each, index) => (index === at ? changed : each)));
  const moveUp = (at: number): void => {
    setKeys(swapped(keys, at));
    onChange(swapped(hours, at));
    setPlaced({ index: at - 1, what: 'moved' });
  };
  const remove = (at: number): void => {
    setKeys(keys.filter((_, index) => index !== at));
    onChange(hours.filter((_, index) => index !== at));
    add.current?.focus();
  };
  const append = (): void => {
    setKeys([...keys, nextKey.current++]);
    onChange([...hours, NEW_HOURS]);
    setPlaced({ index: hours.length, what: 'new' });
  };

  return (
    <div className={styles.editor}>
      <div ref={list} className={styles.list}>
        {hours.map((each, index) => (
          <HoursFields
            key={keys[index]}
            hours={each}
            number={index + 1}
            onChange={(changed) => change(index, changed)}
            onUp={() => moveUp(index)}
            onRemove={() => remove(index)}
          />
        ))}
      </div>
      <Button ref={add} size="small" disabled={hours.length >= MOST_HOURS} focusableWhenDisabled onClick={append}>
        <Plus aria-hidden strokeWidth={1.75} />
        {t('speed.add')}
      </Button>
    </div>
  );
};

/** The one at an index and the one before it in each other's place. */
const swapped = <Each,>(all: readonly Each[], at: number): readonly Each[] =>
  all.map((each, index) => all[index === at ? at - 1 : index === at - 1 ? at : index] ?? each);
