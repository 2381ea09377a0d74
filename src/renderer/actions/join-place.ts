import { baseName, joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { application } from '../state/application.ts';
import { joinLocal, localSegments, parentLocal, type Separator } from '../state/local-path.ts';
import { type Place, shownPath } from '../state/place.ts';

const separator = (): Separator => application.getState().info.pathSeparator;

/** The path of a name in a folder, in the folder's own way of writing. */
export const pathIn = (place: Place, name: string): string =>
  place.kind === 'local' ? joinLocal(place.path, name, separator()) : joinPathname(place.path, name);

/** The folder of that name in a folder. @param shown the name as it reads */
export const placeIn = (place: Place, name: string, shown: string = name): Place => {
  const path = pathIn(place, name);
  return place.kind === 'local' ? { ...place, path } : remotePlace(place, path, joinPathname(shownPath(place), shown));
};

type RemotePlace = Extract<Place, { kind: 'remote' }>;

const remotePlace = ({ kind, sessionId }: RemotePlace, path: Pathname, shown: string): RemotePlace =>
  shown === path ? { kind, sessionId, path } : { kind, sessionId, path, shown };

/** The folder above, and the name of the folder one comes from. At the root both are the place itself. */
export const parentPlace = (place: Place): { readonly parent: Place; readonly name: string } => {
  if (place.kind === 'remote') {
    const parent = remotePlace(place, parentPathname(place.path), parentPathname(shownPath(place)));
    return { parent, name: baseName(place.path) };
  }
  const name = localSegments(place.path, separator()).at(-1)?.name ?? '';
  return { parent: { ...place, path: parentLocal(place.path, separator()) }, name };
};

/** One folder of the way to a place, and what it is called. */
export interface PlaceSegment {
  readonly name: string;
  readonly place: Place;
}

/** The folders from the root down to a place, for the path bar. */
export const segmentsOf = (place: Place): readonly PlaceSegment[] =>
  place.kind === 'local'
    ? localSegments(place.path, separator()).map(({ name, path }) => ({ name, place: { ...place, path } }))
    : remoteSegments(place);

const remoteSegments = (place: RemotePlace): readonly PlaceSegment[] => {
  const segments: PlaceSegment[] = place.path.startsWith('/')
    ? [{ name: '/', place: remotePlace(place, '/', '/') }]
    : [];
  // A name reads as a name: both have the same slashes.
  const shown = shownPath(place).split('/').filter(Boolean);
  for (const [index, name] of place.path.split('/').filter(Boolean).entries()) {
    const above = segments.at(-1)?.place;
    const reads = shown[index] ?? name;
    segments.push({
      name: reads,
      place: above === undefined ? remotePlace(place, name, reads) : placeIn(above, name, reads),
    });
  }
  return segments;
};
