import { ChevronDown, type LucideIcon, Monitor, Server, ServerOff } from 'lucide-react';
import type { ComponentProps, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { application } from '../../state/application.ts';
import { chooseSourceOf, panes } from '../../state/panes.ts';
import type { Side, Source } from '../../state/place.ts';
import { sessions } from '../../state/sessions.ts';
import { sites } from '../../state/sites.ts';
import { Menu } from '../../ui/menu.tsx';
import { formatShortcut } from '../../ui/shortcut.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { sourceEntries } from './source-entries.ts';
import styles from './source-menu.module.css';
import { useSourceName } from './source-name.ts';

/** The keys that open the menus, in the order the panes stand. */
const KEY: Readonly<Record<Side, string>> = { left: '1', right: '2' };

const iconOf = (source: Source | null): LucideIcon => {
  if (source === null) return ServerOff;
  return source.kind === 'local' ? Monitor : Server;
};

interface SourceMenuProps {
  readonly side: Side;
  /** The files of the pane: where the keyboard goes once something was chosen. */
  readonly files: RefObject<HTMLElement | null>;
}

/** Says what the pane shows, this computer or which site, and turns it to another. */
export const SourceMenu = ({ side, files }: SourceMenuProps) => {
  const { t } = useTranslation('browse');
  const source = useStore(panes, (state) => state[side].source);
  const open = useStore(panes, (state) => state.choosing === side);
  const connected = useStore(sessions, (state) => state.sessions);
  const saved = useStore(sites, (state) => state.sites);
  const name = useSourceName(source);
  const keys = formatShortcut({ primary: true, key: KEY[side] }, application.getState().info.platform === 'darwin');
  return (
    <Menu
      open={open}
      onOpenChange={(opens) => chooseSourceOf(opens ? side : null)}
      finalFocus={files}
      trigger={
        <SourceButton icon={iconOf(source)} name={name} label={t(`source.name.${side}`, { name })} keys={keys} />
      }
      entries={sourceEntries(side, source, { sessions: connected, sites: saved }, t)}
    />
  );
};

interface SourceButtonProps extends ComponentProps<'button'> {
  readonly icon: LucideIcon;
  readonly name: string;
  /** The name with the side of the pane, which the place of the button says only to those who see it. */
  readonly label: string;
  readonly keys: string;
}

const SourceButton = ({ icon: Icon, name, label, keys, ...rest }: SourceButtonProps) => (
  <Tooltip label={label} shortcut={keys}>
    <button type="button" {...rest} aria-label={label} className={styles.trigger}>
      <Icon aria-hidden size={16} strokeWidth={1.75} className={styles.icon} />
      <span className={styles.name}>{name}</span>
      <ChevronDown aria-hidden size={12} className={styles.chevron} />
    </button>
  </Tooltip>
);
