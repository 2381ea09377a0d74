import { copyText } from '#shared/contract/application.ts';
import { revealLocal } from '#shared/contract/local-files.ts';
import { call } from '../bridge/index.ts';
import { application } from '../state/application.ts';
import { reportFault } from '../state/faults.ts';
import type { ListedEntry } from '../state/listing/listing-table.ts';
import { type Place, shownPath } from '../state/place.ts';
import { localUrl, remoteUrl } from '../state/place-url.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { pathIn, placeIn } from './join-place.ts';

const copy = async (text: string): Promise<void> => {
  const result = await call(copyText, { text });
  if (!result.ok) reportFault(result.fault);
};

/** The paths of what is given, or of the folder itself where nothing is, one a line. */
const pathsOf = (place: Place, entries: readonly ListedEntry[]): readonly string[] =>
  entries.length === 0 ? [place.path] : entries.map((entry) => pathIn(place, entry.name));

export const copyPaths = (place: Place, entries: readonly ListedEntry[]): Promise<void> => {
  const paths = entries.map(({ name, shown }) => shownPath(placeIn(place, name, shown)));
  return copy((paths.length === 0 ? [shownPath(place)] : paths).join('\n'));
};

/** Copies URLs without a password; nothing happens where the session is gone. */
export const copyUrls = async (place: Place, entries: readonly ListedEntry[]): Promise<void> => {
  const urlOf = urlMaker(place);
  if (urlOf) await copy(pathsOf(place, entries).map(urlOf).join('\n'));
};

const urlMaker = (place: Place): ((path: string) => string) | null => {
  if (place.kind === 'local') return (path) => localUrl(path, application.getState().info.pathSeparator);
  const session = sessionOf(sessions.getState(), place.sessionId);
  return session && ((path) => remoteUrl(session.settings, path, session.home));
};

/** Shows a local file in the system's file manager. */
export const revealInFileManager = async (place: Place, entry: ListedEntry | null): Promise<void> => {
  const result = await call(revealLocal, { path: entry ? pathIn(place, entry.name) : place.path });
  if (!result.ok) reportFault(result.fault);
};
