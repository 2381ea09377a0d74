import { type Place, type Source, samePlace, sessionIdOf } from './place.ts';

/**
 * What sending files from one pane to the other comes to.
 * - `upload`, `download`: between this computer and a server
 * - `between`: from one server straight to another
 * - `move`: within one server, which gives them another path; copying is more than FTP lets a server be asked for
 */
export type Sending = 'upload' | 'download' | 'between' | 'move';

/** What sending from one source to another is; null where there is nothing to do between them. */
export const sendingBetween = (from: Source | null, to: Source | null): Sending | null => {
  if (from === null || to === null) return null;
  if (from.kind === 'local') return to.kind === 'remote' ? 'upload' : null;
  if (to.kind === 'local') return 'download';
  return sessionIdOf(from) === sessionIdOf(to) ? 'move' : 'between';
};

/** The same of two folders: within one and the same nothing can be sent. */
export const sendingFromTo = (from: Place | null, to: Place | null): Sending | null =>
  samePlace(from, to) ? null : sendingBetween(from, to);
