import type { Pathname } from '#shared/ftp/pathname.ts';
import type { SessionId } from '#shared/model/session.ts';

/** A pane, by where it stands in the window. What it shows is its own affair. */
export type Side = 'left' | 'right';

export const SIDES = ['left', 'right'] as const satisfies readonly Side[];

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** What a pane can show the folders of: this computer, or a connected site. */
export type Source = { readonly kind: 'local' } | { readonly kind: 'remote'; readonly sessionId: SessionId };

/** A folder a pane can show. */
export type Place =
  | { readonly kind: 'local'; readonly path: string }
  | {
      readonly kind: 'remote';
      readonly sessionId: SessionId;
      readonly path: Pathname;
      /** The path as it reads, as far as that is known; left out where it reads as it is. */
      readonly shown?: string;
    };

/** The path of a folder for a person to read. */
export const shownPath = (place: Place): string => (place.kind === 'local' ? place.path : (place.shown ?? place.path));

export const THIS_COMPUTER: Source = { kind: 'local' };

export const sessionSource = (sessionId: SessionId): Source => ({ kind: 'remote', sessionId });

/** The session that a source or a place belongs to; null for this computer and for nothing. */
export const sessionIdOf = (source: Source | null): SessionId | null =>
  source?.kind === 'remote' ? source.sessionId : null;

export const sourceOf = (place: Place): Source =>
  place.kind === 'local' ? THIS_COMPUTER : sessionSource(place.sessionId);

export const sameSource = (a: Source | null, b: Source | null): boolean =>
  a?.kind === b?.kind && sessionIdOf(a) === sessionIdOf(b);

export const samePlace = (a: Place | null, b: Place | null): boolean => a?.path === b?.path && sameSource(a, b);

/** The last folder of every source a pane has shown, so that coming back is coming back to it. */
export type LastPlaces = readonly Place[];

/** Takes the folder a pane leaves as the last one of its source. */
export const rememberPlace = (places: LastPlaces, place: Place | null): LastPlaces =>
  place === null ? places : [...forgetSource(places, place), place];

export const lastPlaceOf = (places: LastPlaces, source: Source): Place | null =>
  places.find((place) => sameSource(place, source)) ?? null;

/** Gives up what was remembered of a source that is gone. */
export const forgetSource = (places: LastPlaces, source: Source): LastPlaces =>
  places.filter((place) => !sameSource(place, source));
