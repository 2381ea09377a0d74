import type { Pathname } from '#shared/ftp/pathname.ts';
import { atOffset } from '../../ftp/defaults.ts';
import type { DataSource } from '../../ftp/engine.ts';
import { transferOptions } from '../moving/transfer-options.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { Job } from '../rows/job.ts';
import { unlessRefused } from '../server/refusal.ts';

/**
 * Begins a part that is stored at several places: with the first byte and the last, so that it has its length.
 *
 *     STOR                          1 byte
 *     REST n - 1, STOR              n bytes, most of them a hole
 *
 * @returns whether the server has it so. ProFTPD and pyftpdlib refuse to begin behind the end of the file (554),
 * Pure-FTPd puts the second byte right behind the first
 * Faults: the engine's where they concern the connection, and the source's.
 */
export const layOut = async (job: Job, path: Pathname, source: UploadSource, size: number): Promise<boolean> =>
  (await storeByte(job, path, source, 0)) &&
  (await storeByte(job, path, source, size - 1)) &&
  (await unlessRefused(job.connection.size(path))) === size;

/**
 * Whether the server keeps what is behind the place where it stores, and has all in its place: found out on our own part, as
 * `layOut` left it, with one more byte of the source; then all three are read back. vsftpd and inetutils do so.
 * Faults: as of `layOut`.
 */
export const keepsPlaces = async (job: Job, path: Pathname, source: UploadSource, size: number): Promise<boolean> => {
  const { connection } = job;
  if (!(await storeByte(job, path, source, 1)) || (await unlessRefused(connection.size(path))) !== size) return false;
  for (const at of [0, 1, size - 1]) {
    const found: Buffer[] = [];
    const sink = { write: async (chunk: Uint8Array): Promise<void> => void found.push(Buffer.from(chunk)) };
    const options = { ...transferOptions(job, { bytes: 0 }), start: atOffset(at), extent: { length: 1 } };
    if ((await unlessRefused(connection.retrieve(path, sink, options))) === null) return false;
    const byte = await source.read({ from: at, length: 1 });
    if (byte === null || !Buffer.concat(found).equals(byte)) return false;
  }
  return true;
};

const storeByte = async (job: Job, path: Pathname, source: UploadSource, at: number): Promise<boolean> => {
  const byte = await source.read({ from: at, length: 1 });
  if (byte === null) return false;
  const options = { ...transferOptions(job, { bytes: 0 }), start: atOffset(at) };
  return (await unlessRefused(job.connection.store(path, fromBytes(byte), options))) !== null;
};

const fromBytes = (bytes: Uint8Array): DataSource => {
  let sent = 0;
  return {
    read: async (into) => {
      const part = bytes.subarray(sent, sent + into.length);
      into.set(part);
      sent += part.length;
      return part.length;
    },
  };
};
