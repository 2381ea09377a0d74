import { Bookmark, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { addCurrentAsSite } from '../actions/sites.ts';
import { isSameLogin } from '../state/connection-draft.ts';
import { currentSessionId, panes } from '../state/panes.ts';
import { SIDES, type Side, sessionIdOf } from '../state/place.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { sites } from '../state/sites.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { moveFocusInList } from '../ui/move-focus-in-list.ts';
import { DeleteSiteDialog } from './delete-site-dialog.tsx';
import { SiteEditor } from './editor/site-editor.tsx';
import { SessionItem } from './session-item.tsx';
import { SiteItem } from './site-item.tsx';
import styles from './sites-sidebar.module.css';

/** The connections that are open and the sites that are kept. */
export const SitesSidebar = () => {
  const { t } = useTranslation('sites');
  const open = useStore(sessions);
  const { sites: saved, editing, deleting } = useStore(sites);
  const connected = open.sessions.filter((session) => session.status === 'connected');
  const currentId = useStore(panes, currentSessionId);
  const onLeft = useStore(panes, (state) => sessionIdOf(state.left.source));
  const onRight = useStore(panes, (state) => sessionIdOf(state.right.source));
  const shown = sessionOf(open, currentId);
  const markedOf = (sessionId: string): readonly Side[] =>
    onLeft === null ? [] : SIDES.filter((side) => sessionId === (side === 'left' ? onLeft : onRight));
  const unsaved = shown?.status === 'connected' && !saved.some(({ settings }) => isSameLogin(settings, shown.settings));
  return (
    <div className={styles.sidebar}>
      {open.sessions.length === 0 ? null : (
        <section className={styles.section} aria-labelledby="open-connections">
          <h2 id="open-connections" className={styles.heading}>
            {t('openConnections')}
          </h2>
          <ul className={styles.list} onKeyDown={moveFocusInList}>
            {open.sessions.map((session) => (
              <li key={session.sessionId}>
                <SessionItem
                  session={session}
                  current={session.sessionId === currentId}
                  marked={markedOf(session.sessionId)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section} aria-labelledby="saved-sites">
        <div className={styles.headingRow}>
          <h2 id="saved-sites" className={styles.heading}>
            {t('sites')}
          </h2>
          <IconButton icon={Plus} size="small" label={t('add')} onClick={addCurrentAsSite} />
        </div>
        {saved.length > 0 ? (
          <ul className={styles.list} onKeyDown={moveFocusInList}>
            {saved.map((site) => (
              <li key={site.siteId}>
                <SiteItem site={site} open={connected.some(({ settings }) => isSameLogin(settings, site.settings))} />
              </li>
            ))}
          </ul>
        ) : unsaved ? null : (
          <p className={styles.empty}>{t('empty')}</p>
        )}
        {unsaved ? (
          <div className={styles.save}>
            <Button kind="plain" size="small" onClick={addCurrentAsSite}>
              <Bookmark aria-hidden strokeWidth={1.75} />
              {t('saveAsSite')}
            </Button>
          </div>
        ) : null}
      </section>
      {editing ? <SiteEditor key={editing.kind === 'edit' ? editing.site.siteId : 'new'} editing={editing} /> : null}
      {deleting ? <DeleteSiteDialog site={deleting} /> : null}
    </div>
  );
};
