import { defaultTransferOptions } from '../../ftp/defaults.ts';
import type { ByteCounter, TransferOptions } from '../../ftp/engine.ts';
import type { Job } from '../rows/job.ts';

/** Bytes. What is no larger is over before a router forgets the control connection, on any line worth the name. */
const SHORT = 64 * 1024 * 1024;

/** What the engine is told of a job's transfer: its batch's choice, its pace, and how it is counted and aborted. */
export const transferOptions = ({ row, run, queue, session }: Job, counter: ByteCounter): TransferOptions => {
  const { type, structure, mode, codePage, recordForm } = row.batch.choice;
  return {
    ...defaultTransferOptions(),
    parameters: { type, structure, mode },
    form: { codePage, recordForm },
    counter,
    pace: queue.paceOf(row, session),
    long: row.size !== null && row.size > SHORT,
    signal: run.abort.signal,
  };
};
