import type { Pathname } from '#shared/ftp/pathname.ts';
import { atOffset, defaultTransferOptions } from '../../ftp/defaults.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { unlessRefused } from './refusal.ts';

/**
 * Bytes of a file on a server, `length` of them from `from` on, or as many as there are; null where the server does not
 * let them be read.
 * Faults: the engine's.
 */
export const readRange = async (
  connection: UserFtp,
  path: Pathname,
  { from, length }: { readonly from: number; readonly length: number },
  signal: AbortSignal,
): Promise<Uint8Array | null> => {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  const sink = {
    write: async (chunk: Uint8Array) => {
      bytes.set(chunk.subarray(0, length - filled), filled);
      filled = Math.min(length, filled + chunk.length);
    },
  };
  const options = { ...defaultTransferOptions(), start: atOffset(from), extent: { length }, signal };
  const outcome = await unlessRefused(connection.retrieve(path, sink, options));
  return outcome === null ? null : bytes.subarray(0, filled);
};
