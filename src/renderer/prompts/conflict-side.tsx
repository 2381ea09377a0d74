import { Monitor, Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import { formatExactSize } from '../format/format-exact-size.ts';
import { formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import type { ConflictQuestion, SideMarks } from './compare-sides.ts';
import styles from './prompts.module.css';

interface ConflictSideProps {
  readonly heading: string;
  readonly side: ConflictQuestion['source'];
  readonly marks: SideMarks;
}

/** One of the two files that want the same name, with what tells them apart. */
export const ConflictSide = ({ heading, side, marks }: ConflictSideProps) => {
  const { t } = useTranslation('prompts');
  const locale = useStore(application, (state) => state.formatLocale);
  const Icon = side.site === null ? Monitor : Server;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <section className={styles.side} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <p className={styles.place}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        <span className={styles.placeName}>{side.site === null ? t('conflict.computer') : displayName(side.site)}</span>
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
