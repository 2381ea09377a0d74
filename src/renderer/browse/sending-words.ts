import type { TFunction } from 'i18next';
import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  ArrowUpToLine,
  FolderInput,
  type LucideIcon,
} from 'lucide-react';
import { displayName } from '#shared/ftp/pathname.ts';
import type { PanesState } from '../state/panes.ts';
import { otherSide, type Side, sessionIdOf } from '../state/place.ts';
import { type Sending, sendingBetween } from '../state/sending.ts';
import { type SessionsState, sessionOf } from '../state/sessions.ts';

/** What sending from a pane is called, also while it cannot be done: there, what it mostly is. */
export const sendingOf = (panes: PanesState, side: Side): Sending => {
  const { source } = panes[side];
  return sendingBetween(source, panes[otherSide(side)].source) ?? (source?.kind === 'local' ? 'upload' : MOSTLY[side]);
};

const MOSTLY: Readonly<Record<Side, Sending>> = { left: 'between', right: 'download' };

export interface SendingWords {
  readonly label: string;
  readonly icon: LucideIcon;
}

/** The command that sends the selection of a pane to the other, in words and as an icon. */
export const sendingWords = (
  panes: PanesState,
  sessions: SessionsState,
  side: Side,
  t: TFunction<'browse'>,
): SendingWords => {
  switch (sendingOf(panes, side)) {
    case 'upload':
      return { label: t('actions.upload'), icon: ArrowUpToLine };
    case 'download':
      return { label: t('actions.download'), icon: ArrowDownToLine };
    case 'move':
      return { label: t('actions.move'), icon: FolderInput };
    case 'between': {
      const to = sessionOf(sessions, sessionIdOf(panes[otherSide(side)].source));
      const label = to ? t('actions.copyTo', { site: displayName(to.title) }) : t('actions.copyOver');
      return { label, icon: side === 'left' ? ArrowRightToLine : ArrowLeftToLine };
    }
  }
};
