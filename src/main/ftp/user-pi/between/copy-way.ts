import type { ServerSide } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Command } from '../../protocol/command.ts';
import type { Interpreter } from '../interpreter.ts';

/** One server of a copy, and the transfer command that is its part. */
export interface Party {
  readonly side: ServerSide;
  readonly interpreter: Interpreter;
  readonly path: Pathname;
  /** RETR for the source, STOR for the target. */
  readonly command: Command;
}

/** Who listens for the data connection, and who calls (RFC 959 5.2: PASV to the one, PORT to the other). */
export interface CopyWay {
  readonly passive: Party;
  readonly active: Party;
}

/**
 * Both ways round. The target listens first: then it is the source that is asked first, and a file it refuses leaves
 * nothing on the target.
 */
export const bothWays = (source: Party, target: Party): readonly CopyWay[] => [
  { passive: target, active: source },
  { passive: source, active: target },
];
