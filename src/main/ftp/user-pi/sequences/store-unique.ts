import type { Pathname } from '#shared/ftp/pathname.ts';
import { type Reply, replyText } from '#shared/ftp/reply.ts';
import type { DataSource, TransferOptions, UniqueOutcome } from '../../engine.ts';
import type { Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { transfer } from '../transfer.ts';

/**
 * STOU (RFC 959 4.1.3) in a directory: the server-PI finds a name that is free and tells it. RFC 959 has it in the 250;
 * RFC 1123 4.1.2.9 in the preliminary reply. Faults: as of a transfer.
 */
export const storeUnique = async (
  interpreter: Interpreter,
  directory: Pathname,
  source: DataSource,
  options: TransferOptions,
  turn: Turn,
): Promise<UniqueOutcome> => {
  let name: Pathname | null = null;
  interpreter.state.strayed = directory !== interpreter.state.directory;
  const outcome = await transfer(
    interpreter,
    {
      ...options,
      verb: 'STOU',
      argument: null,
      directory,
      asIs: false,
      moves: { from: source },
      onPreliminary: (reply) => {
        name ??= uniqueName(reply);
      },
    },
    turn,
  );
  return { ...outcome, name: name ?? uniqueName(outcome.completion) };
};

/**
 * The name a server gave to a file:
 *
 *     150 FILE: ftpYsBvNr                                       RFC 1123
 *     226 Transfer complete (unique file name:probe.txt.1).     inetutils
 *
 * @returns null where no name is told in a way that is known
 */
export const uniqueName = (reply: Reply): Pathname | null => {
  const text = replyText(reply);
  const found = /^FILE:\s*(\S.*)$/im.exec(text) ?? /unique file name:\s*(\S.*?)\)?\.?$/im.exec(text);
  return found?.[1]?.trimEnd() ?? null;
};
