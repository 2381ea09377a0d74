import {
  Activity,
  Bookmark,
  Lock,
  LockOpen,
  type LucideIcon,
  PanelLeft,
  PanelRight,
  Plug,
  RotateCw,
  Stethoscope,
  Unplug,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { SessionView } from '#shared/model/session.ts';
import { disconnect, reconnectSession } from '../actions/connections.ts';
import { showSession } from '../actions/show-source.ts';
import { showServerProfile } from '../actions/sites.ts';
import { openExamination, subjectOfSession } from '../state/examination.ts';
import { SIDES, type Side } from '../state/place.ts';
import { openSiteEditor } from '../state/sites.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { ListItem } from './list-item.tsx';
import styles from './sites-sidebar.module.css';

interface SessionItemProps {
  readonly session: SessionView;
  /** Whether the window is about it. */
  readonly current: boolean;
  /** The panes that show it, where it has to be said which: both show a site. */
  readonly marked: readonly Side[];
}

const PANE: Readonly<Record<Side, LucideIcon>> = { left: PanelLeft, right: PanelRight };

/** An open connection: a click shows it on the right. */
export const SessionItem = ({ session, current, marked }: SessionItemProps) => {
  const { t } = useTranslation('sites');
  const { sessionId, settings } = session;
  const lost = session.status === 'lost';
  const connected = session.status === 'connected';
  const protection = session.tlsProtocol === null ? t('inTheClear') : t('encrypted', { protocol: session.tlsProtocol });
  const end = (): void => void disconnect(sessionId);
  const menu: MenuEntry[] = [
    ...SIDES.map(
      (side): MenuEntry => ({
        kind: 'item',
        id: `show-${side}`,
        label: t(`showOn.${side}`),
        icon: PANE[side],
        onChoose: () => showSession(side, sessionId),
      }),
    ),
    { kind: 'separator', id: 'after-show' },
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
    {
      kind: 'item',
      id: 'profile',
      label: t('profile'),
      icon: Stethoscope,
      onChoose: () => showServerProfile(session),
    },
    {
      kind: 'item',
      id: 'examine',
      label: t('examine'),
      icon: Activity,
      onChoose: () => openExamination(subjectOfSession(session)),
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
      {marked.map((side) => (
        <ShownOn key={side} side={side} />
      ))}
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

const ShownOn = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('sites');
  const Icon = PANE[side];
  return <Icon size={14} strokeWidth={1.75} role="img" aria-label={t(`shownOn.${side}`)} className={styles.shownOn} />;
};

/** Whether it is encrypted can be said of a connection that stands, and of no other. */
const iconOf = ({ status, tlsProtocol }: SessionView): LucideIcon => {
  if (status === 'connecting') return Plug;
  if (status !== 'connected') return Unplug;
  return tlsProtocol === null ? LockOpen : Lock;
};
