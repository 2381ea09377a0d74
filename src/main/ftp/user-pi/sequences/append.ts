import type { Pathname } from '#shared/ftp/pathname.ts';
import type { DataSource, TransferOptions, TransferOutcome } from '../../engine.ts';
import type { Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { transfer } from '../transfer.ts';

/** APPE (RFC 959 4.1.3): behind what the file holds, or a new file. Faults: as of a transfer. */
export const append = (
  interpreter: Interpreter,
  path: Pathname,
  source: DataSource,
  options: TransferOptions,
  turn: Turn,
): Promise<TransferOutcome> => {
  const moves = { from: source };
  return transfer(interpreter, { ...options, verb: 'APPE', argument: path, directory: null, asIs: false, moves }, turn);
};
