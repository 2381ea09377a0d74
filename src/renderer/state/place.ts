import type { Pathname } from '#shared/ftp/pathname.ts';
import type { SessionId } from '#shared/model/session.ts';

export type Side = 'local' | 'remote';

/** A folder a pane can show. */
export type Place =
  | { readonly side: 'local'; readonly path: string }
  | { readonly side: 'remote'; readonly sessionId: SessionId; readonly path: Pathname };

export const samePlace = (a: Place | null, b: Place | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.side !== b.side || a.path !== b.path) return false;
  return a.side === 'local' || b.side === 'local' || a.sessionId === b.sessionId;
};

export const otherSide = (side: Side): Side => (side === 'local' ? 'remote' : 'local');
