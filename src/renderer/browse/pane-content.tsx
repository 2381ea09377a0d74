import { FolderOpen, ListFilter, LoaderCircle, ServerOff } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { closeFilter } from '../actions/filter.ts';
import { retryPane } from '../actions/open-place.ts';
import { FaultLine } from '../faults/fault-line.tsx';
import { FindOutWhy } from '../faults/find-out-why.tsx';
import { formatCount } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { connectionAttempt } from '../state/connection-attempt.ts';
import { canBeExamined, subjectOfSession } from '../state/examination.ts';
import type { PaneState } from '../state/panes.ts';
import { type Side, type Source, sessionIdOf } from '../state/place.ts';
import { focusQuickConnect } from '../state/quick-connect.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ConnectionLost } from './connection-lost.tsx';
import { FileGrid } from './grid/file-grid.tsx';
import styles from './pane-content.module.css';

interface PaneContentProps {
  readonly side: Side;
  readonly pane: PaneState;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onEditPath: () => void;
}

/** The grid, and over it what is to be said while it has no rows. */
export const PaneContent = ({ side, pane, grid, onEditPath }: PaneContentProps) => (
  <div className={styles.frame}>
    {pane.fault !== null && pane.order.length > 0 ? <FaultBanner side={side} pane={pane} /> : null}
    <ConnectionLost pane={pane} />
    <FileGrid side={side} pane={pane} grid={grid} onEditPath={onEditPath} />
    {pane.order.length === 0 ? (
      <div className={styles.over}>
        <NoRows side={side} pane={pane} />
      </div>
    ) : null}
  </div>
);

const FaultBanner = ({ side, pane }: { readonly side: Side; readonly pane: PaneState }) => {
  const { t } = useTranslation('browse');
  return (
    <div role="alert" className={styles.fault}>
      <div className={styles.faultWords}>
        {pane.fault === null ? null : <FaultLine fault={pane.fault} />}
        <div>{t('faulted.partial')}</div>
      </div>
      <Button size="small" onClick={() => retryPane(side)}>
        {t('faulted.retry')}
      </Button>
    </div>
  );
};

const NoRows = ({ side, pane }: { readonly side: Side; readonly pane: PaneState }) => {
  const { t } = useTranslation('browse');
  const locale = useStore(application, (state) => state.formatLocale);
  switch (pane.status) {
    case 'empty':
      return <NothingShown source={pane.source} />;
    case 'loading':
    case 'refreshing': {
      const { received } = pane;
      const words = t('loadingCount', { count: received, replace: { count: formatCount(received, locale) } });
      return (
        <div className={styles.late}>
          <EmptyState icon={LoaderCircle} title={received > 0 ? words : t('loading')} />
        </div>
      );
    }
    case 'faulted':
      if (pane.fault === null) return null;
      return (
        <div className={styles.faulted}>
          <FaultLine
            fault={pane.fault}
            actions={
              <>
                <Button size="small" onClick={() => retryPane(side)}>
                  {t('faulted.retry')}
                </Button>
                <WhyOf pane={pane} />
              </>
            }
          />
        </div>
      );
    case 'complete':
      if (pane.table.count > 0 && pane.filter !== null && pane.filter.trim() !== '') {
        return (
          <EmptyState
            icon={ListFilter}
            title={t('filter.nothing', { filter: pane.filter.trim() })}
            actions={<Button onClick={() => closeFilter(side)}>{t('filter.showAll')}</Button>}
          >
            {t('filter.nothingWords', { count: pane.table.count })}
          </EmptyState>
        );
      }
      if (pane.table.count > 0) {
        return (
          <EmptyState icon={FolderOpen} title={t('onlyHidden.title')}>
            {t('onlyHidden.words', { count: pane.table.count })}
          </EmptyState>
        );
      }
      return (
        <EmptyState icon={FolderOpen} title={t('empty.title')}>
          {t('empty.words')}
        </EmptyState>
      );
  }
};

/** The search for the reason, where it is the connection that failed. */
const WhyOf = ({ pane }: { readonly pane: PaneState }) => {
  const session = useStore(sessions, (state) => sessionOf(state, sessionIdOf(pane.source)));
  if (session === null || pane.fault === null || !canBeExamined(pane.fault)) return null;
  return <FindOutWhy subject={subjectOfSession(session)} />;
};

/** Nothing was opened yet: no site is chosen, or the one that is does not stand yet. */
const NothingShown = ({ source }: { readonly source: Source | null }) => {
  const { t } = useTranslation('browse');
  const connecting = useStore(connectionAttempt, ({ attempt }) => attempt?.sessionId === sessionIdOf(source));
  if (source === null) return <NotConnected />;
  if (!connecting) return null;
  return (
    <div className={styles.late}>
      <EmptyState icon={LoaderCircle} title={t('connecting')} />
    </div>
  );
};

const NotConnected = () => {
  const { t } = useTranslation('browse');
  return (
    <EmptyState
      icon={ServerOff}
      title={t('notConnected.title')}
      actions={<Button onClick={focusQuickConnect}>{t('notConnected.action')}</Button>}
    >
      {t('notConnected.words')}
    </EmptyState>
  );
};
