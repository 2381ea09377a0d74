import type { TFunction } from 'i18next';
import { Plug } from 'lucide-react';
import { displayName } from '#shared/ftp/pathname.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { Site } from '#shared/model/site.ts';
import { connectSite } from '../../actions/connections.ts';
import { showSession, showSource } from '../../actions/show-source.ts';
import { isSameLogin } from '../../state/connection-draft.ts';
import { RESTING_SOURCE } from '../../state/panes.ts';
import { type Side, type Source, sameSource, sessionSource, THIS_COMPUTER } from '../../state/place.ts';
import type { MenuEntry } from '../../ui/menu-items.tsx';

interface Choices {
  readonly sessions: readonly SessionView[];
  readonly sites: readonly Site[];
}

/** What a pane can show: this computer on the left, the sites that are connected, and those that can be. */
export const sourceEntries = (
  side: Side,
  shown: Source | null,
  { sessions, sites }: Choices,
  t: TFunction<'browse'>,
): readonly MenuEntry[] => {
  const here: MenuEntry[] =
    RESTING_SOURCE[side]?.kind === 'local'
      ? [
          {
            kind: 'item',
            id: 'computer',
            label: t('source.computer'),
            checked: shown?.kind === 'local',
            onChoose: () => showSource(side, THIS_COMPUTER),
          },
        ]
      : [];
  const open = sessions.map((session): MenuEntry => {
    const name = displayName(session.title);
    return {
      kind: 'item',
      id: session.sessionId,
      label: session.status === 'lost' ? t('source.lost', { name }) : name,
      checked: sameSource(shown, sessionSource(session.sessionId)),
      onChoose: () => showSession(side, session.sessionId),
    };
  });
  const isOpen = (site: Site): boolean =>
    sessions.some(({ status, settings }) => status === 'connected' && isSameLogin(settings, site.settings));
  const others = sites
    .filter((site) => !isOpen(site))
    .map(
      (site): MenuEntry => ({
        kind: 'item',
        id: `site-${site.siteId}`,
        label: t('source.connectTo', { name: displayName(site.name) }),
        icon: Plug,
        onChoose: () => void connectSite(site, side),
      }),
    );
  const nothing: MenuEntry[] =
    open.length + others.length === 0
      ? [{ kind: 'item', id: 'nothing', label: t('source.nothing'), disabled: true, onChoose: () => {} }]
      : [];
  return [here, open, others, nothing]
    .filter((group) => group.length > 0)
    .flatMap((group, index) =>
      index === 0 ? group : [{ kind: 'separator', id: `before-group-${index}` } satisfies MenuEntry, ...group],
    );
};
