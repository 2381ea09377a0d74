import { application } from '../state/application.ts';
import { isAbsoluteLocal } from '../state/local-path.ts';
import type { Place, Side } from '../state/place.ts';
import { placeIn } from './join-place.ts';
import { openPlace } from './open-place.ts';

/** Goes to a path somebody typed: absolute, from `~`, or from the folder the pane is in. */
export const openTypedPath = (side: Side, from: Place, typed: string): void => {
  const path = typed.trim();
  if (path === '') return;
  openPlace(side, typedPlace(from, path));
};

const typedPlace = (from: Place, path: string): Place => {
  if (from.kind === 'remote') return path.startsWith('/') ? { ...from, path } : placeIn(from, path);
  const { home, pathSeparator } = application.getState().info;
  if (path === '~') return { ...from, path: home };
  if (path.startsWith('~/') || path.startsWith('~\\')) return placeIn({ ...from, path: home }, path.slice(2));
  return isAbsoluteLocal(path, pathSeparator) ? { ...from, path } : placeIn(from, path);
};
