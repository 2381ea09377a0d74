import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LearnedEntry, LearnedFact } from '#shared/model/learned-fact.ts';
import { application } from '../../../state/application.ts';
import { DialogueLines } from '../../../transcript/dialogue-lines.tsx';
import styles from '../editor.module.css';
import { zoneText } from '../listing/zone-text.ts';
import type { PageProps } from '../page-props.ts';
import { FactChoice } from './fact-choice.tsx';
import { isOverridable } from './fact-table.ts';
import profile from './profile-page.module.css';

export interface FactRowProps extends Omit<PageProps<'profile'>, 'problems'> {
  readonly fact: LearnedFact;
  /** What was learned; undefined where it was not. */
  readonly entry: LearnedEntry | undefined;
  readonly wrong: boolean;
}

/** One fact about the server: what holds, since when, what showed it, and what is to hold instead. */
export const FactRow = ({ fact, entry, ...choice }: FactRowProps) => {
  const { t } = useTranslation('sites');
  const locale = useStore(application, (state) => state.formatLocale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <li className={profile.row}>
      <div className={profile.words}>
        {entry === undefined ? (
          <p>{isOverridable(fact) ? t(`learned.rule.${fact}`) : null}</p>
        ) : (
          <>
            <p>
              {t(`learned.fact.${fact}`, { value: valueText(entry) })}
              {entry.learnedMs === null ? null : <span className={styles.quiet}> {day.format(entry.learnedMs)}</span>}
            </p>
            {entry.evidence.length === 0 ? null : (
              <div className={profile.evidence}>
                <DialogueLines lines={entry.evidence} label={t('learned.evidence')} />
              </div>
            )}
          </>
        )}
      </div>
      {isOverridable(fact) ? <FactChoice fact={fact} {...choice} /> : null}
    </li>
  );
};

/** What stands in the sentence of a fact. */
const valueText = ({ fact, value }: LearnedEntry): string =>
  fact === 'zoneMinutes' && typeof value === 'number' ? zoneText(value) : String(value).toUpperCase();
