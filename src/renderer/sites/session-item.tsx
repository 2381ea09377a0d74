import { Bookmark, Lock, LockOpen, type LucideIcon, Plug, RotateCw, Unplug, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { SessionView } from '#shared/model/session.ts';
import { disconnect, reconnectSession } from '../actions/connections.ts';
import { showSession } from '../actions/show-source.ts';
import { openSiteEditor } from '../state/sites.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { ListItem } from './list-item.tsx';
import styles from './sites-sidebar.module.css';

interface SessionItemProps {
  readonly session: SessionView;
  /** Whether the remote pane shows it. */
  readonly current: boolean;
}

/** An open connection: a click shows it in the remote pane. */
export const SessionItem = ({ session, current }: SessionItemProps) => {
  const { t } = useTranslation('sites');
  const { sessionId, settings } = session;
  const lost = session.status === 'lost';
  const connected = session.status === 'connected';
  const protection = session.tlsProtocol === null ? t('inTheClear') : t('encrypted', { protocol: session.tlsProtocol });
  const end = (): void => void disconnect(sessionId);
  const menu: MenuEntry[] = [
    {
      kind: 'item',
      id: 'reconnect',
      label: t('reconnect'),
      icon: RotateCw,
      disabled: !lost,
      onChoose: () => void reconnectSession(sessionId),
    },
    {
      kind: 'item',
      id: 'save',
      label: t('saveAsSite'),
      icon: Bookmark,
      disabled: session.siteId !== null,
      onChoose: () => openSiteEditor({ kind: 'new', settings, sessionId }),
    },
    { kind: 'separator', id: 'before-disconnect' },
    { kind: 'item', id: 'disconnect', label: t('disconnect'), icon: Unplug, onChoose: end },
  ];
  return (
    <ListItem
      icon={iconOf(session)}
      title={displayName(session.title)}
      subtitle={connected ? undefined : t(`status.${session.status}`)}
      tooltip={connected ? protection : undefined}
      current={current}
      onOpen={() => showSession('right', sessionId)}
      menu={menu}
      keys={{ Delete: end }}
    >
      {lost ? (
        <span className={styles.action}>
          <IconButton
            icon={RotateCw}
            size="small"
            label={t('reconnectTo', { title: displayName(session.title) })}
            onClick={() => void reconnectSession(sessionId)}
          />
        </span>
      ) : null}
      <span className={classNames(styles.action, styles.quiet)}>
        <IconButton
          icon={X}
          size="small"
          label={t('disconnectFrom', { title: displayName(session.title) })}
          onClick={end}
        />
      </span>
    </ListItem>
  );
};

/** Whether it is encrypted can be said of a connection that stands, and of no other. */
const iconOf = ({ status, tlsProtocol }: SessionView): LucideIcon => {
  if (status === 'connecting') return Plug;
  if (status !== 'connected') return Unplug;
  return tlsProtocol === null ? LockOpen : Lock;
};
