import { baseName, joinPathname, parentPathname } from '#shared/ftp/pathname.ts';
import { application } from '../state/application.ts';
import { joinLocal, localSegments, type PathSegment, parentLocal, type Separator } from '../state/local-path.ts';
import type { Place } from '../state/place.ts';

const separator = (): Separator => application.getState().info.pathSeparator;

/** The path of a name in a folder, in the folder's own way of writing. */
export const pathIn = (place: Place, name: string): string =>
  place.kind === 'local' ? joinLocal(place.path, name, separator()) : joinPathname(place.path, name);

/** The folder of that name in a folder. */
export const placeIn = (place: Place, name: string): Place => ({ ...place, path: pathIn(place, name) });

/** The folder above, and the name of the folder one comes from. At the root both are the place itself. */
export const parentPlace = (place: Place): { readonly parent: Place; readonly name: string } => {
  if (place.kind === 'remote') {
    return { parent: { ...place, path: parentPathname(place.path) }, name: baseName(place.path) };
  }
  const name = localSegments(place.path, separator()).at(-1)?.name ?? '';
  return { parent: { ...place, path: parentLocal(place.path, separator()) }, name };
};

/** The folders from the root down to a place, for the path bar. */
export const segmentsOf = (place: Place): readonly PathSegment[] =>
  place.kind === 'local' ? localSegments(place.path, separator()) : remoteSegments(place.path);

const remoteSegments = (path: string): readonly PathSegment[] => {
  const segments: PathSegment[] = path.startsWith('/') ? [{ name: '/', path: '/' }] : [];
  for (const name of path.split('/').filter(Boolean)) {
    const above = segments.at(-1)?.path;
    segments.push({ name, path: above === undefined ? name : joinPathname(above, name) });
  }
  return segments;
};
