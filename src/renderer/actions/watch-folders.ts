import { paneOf } from '../state/panes.ts';
import { type Place, SIDES, type Side, samePlace } from '../state/place.ts';
import { refreshPane } from './open-place.ts';

/** Not more often: two hundred files arriving one after another need not list the folder two hundred times. */
const PAUSE_MS = 1_000;

const due: Record<Side, ReturnType<typeof setTimeout> | null> = { left: null, right: null };

/** A transfer or another program changed a folder: every pane that shows it lists it again soon, and at most once a second. */
export const refreshIfShown = (changed: { readonly sessionId: string | null; readonly path: string }): void => {
  const folder: Place =
    changed.sessionId === null
      ? { kind: 'local', path: changed.path }
      : { kind: 'remote', sessionId: changed.sessionId, path: changed.path };
  for (const side of SIDES) if (samePlace(paneOf(side).place, folder)) refreshSoon(side);
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
  for (const side of SIDES) if (paneOf(side).place?.kind === 'local') refreshSoon(side);
};
