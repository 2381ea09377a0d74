import type { Reply } from '#shared/ftp/reply.ts';

/** The two restart markers of one place in a file that is being stored. */
export interface MarkerPair {
  /** "User-process data stream marker": ours. */
  readonly ours: string;
  /** "Server's equivalent marker", which REST takes. */
  readonly theirs: string;
}

/**
 * `110 MARK yyyy = mmmm` (RFC 959 4.2.2), "note the spaces between markers and '='"; without them it is understood as
 * well.
 * @returns null for any other reply
 */
export const parseMarkerReply = ({ code, lines }: Reply): MarkerPair | null => {
  if (code !== 110) return null;
  const [, ours, theirs] = /^\s*MARK\s+([!-<>-~]+)\s*=\s*([!-~]+)\s*$/i.exec(lines[0] ?? '') ?? [];
  return ours === undefined || theirs === undefined ? null : { ours, theirs };
};
