import { Monitor, Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatExactSize } from '../format/format-exact-size.ts';
import { formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import type { ConflictQuestion, SideMarks } from './compare-sides.ts';
import styles from './prompts.module.css';

interface ConflictSideProps {
  readonly heading: string;
  /** Where this file lies. */
  readonly place: 'computer' | 'server';
  readonly side: ConflictQuestion['source'];
  readonly marks: SideMarks;
}

/** One of the two files that want the same name, with what tells them apart. */
export const ConflictSide = ({ heading, place, side, marks }: ConflictSideProps) => {
  const { t } = useTranslation('prompts');
  const locale = useStore(application, (state) => state.formatLocale);
  const Icon = place === 'computer' ? Monitor : Server;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <section className={styles.side} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <p className={styles.place}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        {t(`conflict.place.${place}`)}
      </p>
      <p className={styles.fact} title={side.size === null ? undefined : formatExactSize(side.size, locale)}>
        {side.size === null ? t('conflict.sizeUnknown') : formatSize(side.size, locale)}
        {marks.larger ? <span className={styles.mark}>{t('conflict.larger')}</span> : null}
      </p>
      <p className={styles.fact}>
        {side.modifiedMs === null ? t('conflict.dateUnknown') : time.format(side.modifiedMs)}
        {marks.newer ? <span className={styles.mark}>{t('conflict.newer')}</span> : null}
      </p>
    </section>
  );
};
