import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SessionId } from '#shared/model/session.ts';
import { askForEncoding } from '../actions/grid-commands.ts';
import { formatCount, formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { showBrowseDialog } from '../state/dialogs.ts';
import type { PaneState } from '../state/panes.ts';
import { type Side, sessionIdOf } from '../state/place.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import styles from './pane-footer.module.css';
import { totalSize } from './total-size.ts';

/** How much is there and how much of it is selected. */
export const PaneFooter = ({ side, pane }: { readonly side: Side; readonly pane: PaneState }) => {
  const { t } = useTranslation('browse');
  const { place, notUnderstood } = pane;
  return (
    <footer className={styles.footer}>
      <span className={styles.count}>{place === null || nothingRead(pane) ? null : <Counts pane={pane} />}</span>
      {place === null ? null : <Reading side={side} sessionId={sessionIdOf(place)} />}
      {place === null || notUnderstood.count === 0 ? null : (
        <button
          type="button"
          className={styles.warning}
          data-side={side}
          onClick={() => showBrowseDialog({ kind: 'not-understood', place, ...notUnderstood })}
        >
          {t('notUnderstood.link', { count: notUnderstood.count })}
        </button>
      )}
    </footer>
  );
};

/** How the names read, where that is not what nearly every server has. */
const Reading = ({ side, sessionId }: { readonly side: Side; readonly sessionId: SessionId | null }) => {
  const { t } = useTranslation('browse');
  const names = useStore(sessions, (state) => sessionOf(state, sessionId)?.names);
  if (names === undefined || (names.chosen === 'auto' && names.guessed === null)) return null;
  const words =
    names.chosen === 'auto'
      ? t('encoding.looksLike', { encoding: names.guessed })
      : t('encoding.readAs', { encoding: names.chosen });
  return (
    <button type="button" className={styles.reading} onClick={() => askForEncoding(side)}>
      {words}
    </button>
  );
};

/** A folder that could not be read is not an empty one. */
const nothingRead = (pane: PaneState): boolean => pane.status === 'faulted' && pane.order.length === 0;

const Counts = ({ pane }: { readonly pane: PaneState }) => {
  const { t } = useTranslation('browse');
  const locale = useStore(application, (state) => state.formatLocale);
  const { order, table, selection, status, filter } = pane;
  const bytes = useMemo(() => totalSize(table, selection.rows), [table, selection]);
  const counted = (count: number): string => formatCount(count, locale);
  if (status === 'loading') {
    return t('loadingCount', { count: pane.received, replace: { count: counted(pane.received) } });
  }
  if (selection.rows.size > 0) {
    const values = { selected: counted(selection.rows.size), total: counted(order.length) };
    return bytes === null
      ? t('footer.selected', values)
      : t('footer.selectedSize', { ...values, size: formatSize(bytes, locale) });
  }
  if (filter !== null && filter.trim() !== '') {
    return t('footer.filtered', { count: table.count, shown: counted(order.length), total: counted(table.count) });
  }
  const hidden = status === 'complete' ? table.count - order.length : 0;
  const entries = t('footer.entries', { count: order.length, replace: { count: counted(order.length) } });
  return hidden > 0 ? `${entries}, ${t('footer.hidden', { count: hidden })}` : entries;
};
