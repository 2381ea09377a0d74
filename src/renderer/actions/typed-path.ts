import type { Pathname } from '#shared/ftp/pathname.ts';
import { application } from '../state/application.ts';
import { isAbsoluteLocal } from '../state/local-path.ts';
import type { Place, Side } from '../state/place.ts';
import { placeIn } from './join-place.ts';
import { openPlace } from './open-place.ts';
import { isAscii, writtenName } from './written-name.ts';

/** Goes to a path somebody typed: absolute, from `~`, or from the folder the pane is in. */
export const openTypedPath = (side: Side, from: Place, typed: string): void => {
  const text = typed.trim();
  if (text === '') return;
  if (from.kind === 'local') openPlace(side, typedPlace(from, text));
  else if (isAscii(text)) openPlace(side, remotePlace(from, text, text));
  else void openWritten(side, from, text);
};

const openWritten = async (side: Side, from: RemotePlace, text: string): Promise<void> => {
  const path = await writtenName(from, text);
  if (path !== null) openPlace(side, remotePlace(from, path, text));
};

const remotePlace = (from: RemotePlace, path: Pathname, shown: string): Place =>
  path.startsWith('/')
    ? placeIn({ ...from, path: '/', shown: '/' }, path.slice(1), shown.slice(1))
    : placeIn(from, path, shown);

type RemotePlace = Extract<Place, { kind: 'remote' }>;
type LocalPlace = Extract<Place, { kind: 'local' }>;

const typedPlace = (from: LocalPlace, path: string): Place => {
  const { home, pathSeparator } = application.getState().info;
  if (path === '~') return { ...from, path: home };
  if (path.startsWith('~/') || path.startsWith('~\\')) return placeIn({ ...from, path: home }, path.slice(2));
  return isAbsoluteLocal(path, pathSeparator) ? { ...from, path } : placeIn(from, path);
};
