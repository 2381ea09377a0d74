import { FaultError } from '#shared/fault.ts';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { OpenFile } from './disk.ts';
import { locally } from './local-fault.ts';

/** Bytes. So few are summed in less than a millisecond, after which whatever else waits has its turn. */
const CHUNK = 256 * 1024;

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Summing {
  add(chunk: Uint8Array): void;
  /** Hex, lower case. */
  digits(): string;
}

/**
 * The checksum of a file's bytes from `from` up to, and not including, `to`; in hex, lower case. It is read beside what
 * else the program does: one piece comes from the disk while the one before it is summed.
 *
 * @param to Infinity: to the end of the file
 * Faults: `local-file` at stage `finishing`, of the file at `path`; `cancelled` where `signal` fires.
 */
export const checksumOf = (
  path: string,
  file: Pick<OpenFile, 'read'>,
  algorithm: ChecksumAlgorithm,
  range: Range,
  signal: AbortSignal,
): Promise<string> => locally(path, 'finishing', () => sumUp(file, algorithm, range, signal));

const sumUp = async (
  file: Pick<OpenFile, 'read'>,
  algorithm: ChecksumAlgorithm,
  { from, to }: Range,
  signal: AbortSignal,
): Promise<string> => {
  const sum = summing(algorithm);
  const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as const;
  const read = (into: Buffer, at: number): Promise<{ readonly bytesRead: number }> =>
    file.read(into, 0, Math.max(0, Math.min(CHUNK, to - at)), at);
  let [current, next] = buffers;
  let at = from;
  let coming = read(current, at);
  for (;;) {
    const { bytesRead } = await coming;
    if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'finishing' });
    if (bytesRead === 0) return sum.digits();
    at += bytesRead;
    coming = read(next, at);
    sum.add(current.subarray(0, bytesRead));
    [current, next] = [next, current];
  }
};

/** Neither is imported: few transfers need them, and they take their time to load. */
const summing = (algorithm: ChecksumAlgorithm): Summing => {
  if (algorithm === 'CRC32') {
    const { crc32 } = process.getBuiltinModule('node:zlib');
    let value = 0;
    return {
      add: (chunk) => {
        value = crc32(chunk, value);
      },
      digits: () => value.toString(16).padStart(8, '0'),
    };
  }
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash(algorithm.replace('-', '').toLowerCase());
  return { add: (chunk) => void hash.update(chunk), digits: () => hash.digest('hex') };
};
