import { listConnections } from '#shared/contract/connections.ts';
import { localPlaces as listLocalPlaces } from '#shared/contract/local-files.ts';
import { call } from '../bridge/index.ts';
import { application } from '../state/application.ts';
import { reportFault } from '../state/faults.ts';
import { localPlaces } from '../state/local-places.ts';
import { paneOf } from '../state/panes.ts';
import { receiveSession } from '../state/sessions.ts';
import { openPlace } from './open-place.ts';
import { showSession } from './show-source.ts';

/** Shows the home folder, and offers the others worth a shortcut. */
export const openHome = async (): Promise<void> => {
  openPlace('left', { kind: 'local', path: application.getState().info.home });
  const result = await call(listLocalPlaces, {});
  if (result.ok) localPlaces.setState({ places: result.value });
  else reportFault(result.fault);
};

/** Takes up the sessions that are there already: the window was loaded again while they stood. */
export const loadSessions = async (): Promise<void> => {
  const result = await call(listConnections, {});
  if (!result.ok) return reportFault(result.fault);
  for (const view of result.value) receiveSession(view);
  const newest = result.value.at(-1);
  if (newest && paneOf('right').source === null) showSession('right', newest.sessionId);
};
