import { Activity, PanelLeft, Pencil, Plug, Server, Stethoscope, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Site } from '#shared/model/site.ts';
import { connectSite } from '../actions/connections.ts';
import { application } from '../state/application.ts';
import { connectionAttempt } from '../state/connection-attempt.ts';
import { openExamination } from '../state/examination.ts';
import { sessionOfSite, sessions } from '../state/sessions.ts';
import { askToDeleteSite, openSiteEditor } from '../state/sites.ts';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { formatShortcut } from '../ui/shortcut.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ListItem } from './list-item.tsx';
import styles from './sites-sidebar.module.css';

interface SiteItemProps {
  readonly site: Site;
  /** Whether a connection to it is open. */
  readonly open: boolean;
}

/** A saved site: a double click or Enter connects. */
export const SiteItem = ({ site, open }: SiteItemProps) => {
  const { t } = useTranslation('sites');
  const connecting = useStore(connectionAttempt, (state) => state.attempt?.siteId === site.siteId);
  const edit = (): void => openSiteEditor({ kind: 'edit', site });
  // A session that stands knows the password, which may be kept nowhere else.
  const examine = (): void => {
    const sessionId = sessionOfSite(sessions.getState(), site.siteId)?.sessionId ?? null;
    openExamination({ settings: site.settings, sessionId, siteId: site.siteId });
  };
  const remove = (): void => askToDeleteSite(site);
  const start = (): void => void connectSite(site);
  const deleteKey = formatShortcut({ key: 'Delete' }, application.getState().info.platform === 'darwin');
  const menu: MenuEntry[] = [
    { kind: 'item', id: 'connect', label: t('connect'), icon: Plug, onChoose: start },
    {
      kind: 'item',
      id: 'connect-left',
      label: t('connectLeft'),
      icon: PanelLeft,
      onChoose: () => void connectSite(site, 'left'),
    },
    { kind: 'separator', id: 'after-connect' },
    { kind: 'item', id: 'edit', label: t('edit'), icon: Pencil, shortcut: 'F2', onChoose: edit },
    {
      kind: 'item',
      id: 'profile',
      label: t('profile'),
      icon: Stethoscope,
      onChoose: () => openSiteEditor({ kind: 'edit', site }, 'profile'),
    },
    {
      kind: 'item',
      id: 'examine',
      label: t('examine'),
      icon: Activity,
      onChoose: examine,
    },
    {
      kind: 'item',
      id: 'delete',
      label: t('delete'),
      icon: Trash2,
      shortcut: deleteKey,
      danger: true,
      onChoose: remove,
    },
  ];
  const address = `${displayName(site.settings.user)}@${displayName(site.settings.host)}`;
  return (
    <ListItem
      icon={Server}
      title={displayName(site.name)}
      subtitle={connecting ? t('status.connecting') : undefined}
      tooltip={address}
      onOpen={start}
      byDoubleClick
      menu={menu}
      keys={{ F2: edit, Delete: remove }}
    >
      {open ? (
        <span className={styles.dot}>
          <VisuallyHidden>{t('isConnected')}</VisuallyHidden>
        </span>
      ) : null}
    </ListItem>
  );
};
