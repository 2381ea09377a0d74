import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { application } from '../../state/application.ts';
import styles from './hours.module.css';
import { weekDays } from './week-days.ts';

interface DaysChoiceProps {
  /** 0 for Sunday to 6. */
  readonly days: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
}

/** The days of a week, each on or off. The arrow keys go from one to the next. */
export const DaysChoice = ({ days, onChange }: DaysChoiceProps) => {
  const { t, i18n } = useTranslation('preferences');
  const locale = useStore(application, (state) => state.formatLocale);
  return (
    <ToggleGroup
      multiple
      aria-label={t('speed.days')}
      value={days.map(String)}
      onValueChange={(chosen) => onChange(chosen.map(Number).sort())}
      className={styles.days}
    >
      {weekDays(i18n.language, locale).map(({ day, name, short }) => (
        <Toggle key={day} value={String(day)} aria-label={name} title={name} className={styles.day}>
          {short}
        </Toggle>
      ))}
    </ToggleGroup>
  );
};
