import type { Pathname } from '#shared/ftp/pathname.ts';
import type { DataSink, DataSource, TransferOptions, TransferOutcome } from '../../engine.ts';
import type { Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { transfer } from '../transfer.ts';

/** RETR (RFC 959 4.1.3). Faults: as of a transfer. */
export const retrieve = (
  interpreter: Interpreter,
  path: Pathname,
  sink: DataSink,
  options: TransferOptions,
  turn: Turn,
): Promise<TransferOutcome> =>
  transfer(
    interpreter,
    {
      ...options,
      verb: 'RETR',
      argument: path,
      directory: null,
      asIs: false,
      moves: { to: sink },
    },
    turn,
  );

/** STOR (RFC 959 4.1.3); with an offset, REST before it (RFC 3659 5). Faults: as of a transfer. */
export const store = (
  interpreter: Interpreter,
  path: Pathname,
  source: DataSource,
  options: TransferOptions,
  turn: Turn,
): Promise<TransferOutcome> =>
  transfer(
    interpreter,
    {
      ...options,
      verb: 'STOR',
      argument: path,
      directory: null,
      asIs: false,
      moves: { from: source },
    },
    turn,
  );
