import { paneOf } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import { refreshPane } from './open-place.ts';

/** Not more often: two hundred files arriving one after another need not list the folder two hundred times. */
const PAUSE_MS = 1_000;

const due: Record<Side, ReturnType<typeof setTimeout> | null> = { local: null, remote: null };

/** A transfer or another program changed a folder: the pane that shows it lists it again soon, and at most once a second. */
export const refreshIfShown = (changed: { readonly sessionId: string | null; readonly path: string }): void => {
  const side: Side = changed.sessionId === null ? 'local' : 'remote';
  const { place } = paneOf(side);
  if (place === null || place.path !== changed.path) return;
  if (place.side === 'remote' && place.sessionId !== changed.sessionId) return;
  refreshSoon(side);
};

const refreshSoon = (side: Side): void => {
  due[side] ??= setTimeout(() => {
    due[side] = null;
    const { status, renaming } = paneOf(side);
    if (status === 'complete' && renaming === null) refreshPane(side);
    // A listing under way may have passed the change already, and nothing may be pulled from under a name being typed.
    else if (status !== 'empty' && status !== 'faulted') refreshSoon(side);
  }, PAUSE_MS);
};

/** The window has the focus again: other programs may have changed the local folder meanwhile. */
export const refreshLocalOnReturn = (): void => {
  if (paneOf('local').place !== null) refreshSoon('local');
};
