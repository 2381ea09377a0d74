import { ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SpeedHours } from '#shared/model/speed-plan.ts';
import { SpeedField } from '../../transfers/policy/speed-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DaysChoice } from './days-choice.tsx';
import styles from './hours.module.css';
import { TimeField } from './time-field.tsx';

interface HoursFieldsProps {
  readonly hours: SpeedHours;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly onChange: (hours: SpeedHours) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

/** When other speeds hold, and which. */
export const HoursFields = ({ hours, number, onChange, onUp, onRemove }: HoursFieldsProps) => {
  const { t } = useTranslation('preferences');
  const { days, from, until, speeds } = hours;
  return (
    <fieldset aria-label={t('speed.hoursOf', { number })} className={styles.hours}>
      <div className={styles.head}>
        <DaysChoice days={days} onChange={(chosen) => onChange({ ...hours, days: chosen })} />
        {days.length === 0 ? <span className={styles.problem}>{t('speed.noDay')}</span> : null}
        <span className={styles.buttons}>
          <IconButton
            icon={ArrowUp}
            size="small"
            label={t('speed.up', { number })}
            disabled={number === 1}
            onClick={onUp}
          />
          <IconButton icon={Trash2} size="small" label={t('speed.remove', { number })} onClick={onRemove} />
        </span>
      </div>
      <div className={styles.times}>
        <TimeField label={t('speed.from')} value={from} onChange={(minutes) => onChange({ ...hours, from: minutes })} />
        <TimeField
          label={until > from ? t('speed.until') : t('speed.untilNextDay')}
          value={until}
          onChange={(minutes) => onChange({ ...hours, until: minutes })}
        />
        <SpeedField
          direction="down"
          value={speeds.down}
          onChange={(down) => onChange({ ...hours, speeds: { ...speeds, down } })}
        />
        <SpeedField
          direction="up"
          value={speeds.up}
          onChange={(up) => onChange({ ...hours, speeds: { ...speeds, up } })}
        />
      </div>
    </fieldset>
  );
};
