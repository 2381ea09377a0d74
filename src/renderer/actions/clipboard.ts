import { copyText } from '#shared/contract/application.ts';
import { revealLocal } from '#shared/contract/local-files.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { call } from '../bridge/index.ts';
import { application } from '../state/application.ts';
import { reportFault } from '../state/faults.ts';
import type { Place } from '../state/place.ts';
import { localUrl, remoteUrl } from '../state/place-url.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { pathIn } from './join-place.ts';

const copy = async (text: string): Promise<void> => {
  const result = await call(copyText, { text });
  if (!result.ok) reportFault(result.fault);
};

/** The paths of what is given, or of the folder itself where nothing is, one a line. */
const pathsOf = (place: Place, entries: readonly FileEntry[]): readonly string[] =>
  entries.length === 0 ? [place.path] : entries.map((entry) => pathIn(place, entry.name));

export const copyPaths = (place: Place, entries: readonly FileEntry[]): Promise<void> =>
  copy(pathsOf(place, entries).join('\n'));

/** Copies URLs without a password; nothing happens where the session is gone. */
export const copyUrls = async (place: Place, entries: readonly FileEntry[]): Promise<void> => {
  const urlOf = urlMaker(place);
  if (urlOf) await copy(pathsOf(place, entries).map(urlOf).join('\n'));
};

const urlMaker = (place: Place): ((path: string) => string) | null => {
  if (place.kind === 'local') return (path) => localUrl(path, application.getState().info.pathSeparator);
  const session = sessionOf(sessions.getState(), place.sessionId);
  return session && ((path) => remoteUrl(session.settings, path, session.home));
};

/** Shows a local file in the system's file manager. */
export const revealInFileManager = async (place: Place, entry: FileEntry | null): Promise<void> => {
  const result = await call(revealLocal, { path: entry ? pathIn(place, entry.name) : place.path });
  if (!result.ok) reportFault(result.fault);
};
