import { readFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { atOffset, defaultConnectOptions, defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { ByteCounter, ConnectOptions, DataSink, DataSource, UserFtp } from '../../src/main/ftp/engine.ts';
import { connectUserFtp } from '../../src/main/ftp/user-ftp.ts';
import type { FileEntry, ListingSummary } from '../../src/shared/ftp/file-entry.ts';
import { IMAGE_FILE_STREAM, type TransferParameters } from '../../src/shared/ftp/transfer-parameters.ts';
import { certificateFile } from './servers/certificate-files.ts';
import type { RealServer } from './servers/real-server.ts';

const open: UserFtp[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((connection) => connection.quit()));
});

/** Logs in to a server, in the clear unless `options` say more; the connection is closed after the test. */
export const connectTo = async (server: RealServer, options: Partial<ConnectOptions> = {}): Promise<UserFtp> => {
  const defaults = defaultConnectOptions();
  const connection = await connectUserFtp({
    ...defaults,
    host: server.host,
    port: server.port,
    user: server.user,
    password: server.password,
    security: 'none',
    learned: nothingLearned(),
    tls: { ...defaults.tls, ca: [readFileSync(certificateFile('root'), 'utf8')] },
    timeouts: { connect: 5_000, reply: 20_000, data: 20_000 },
    ...options,
  });
  open.push(connection);
  return connection;
};

export const listAll = async (
  connection: UserFtp,
  path: string,
): Promise<{ readonly entries: readonly FileEntry[]; readonly summary: ListingSummary }> => {
  const entries: FileEntry[] = [];
  const onEntries = (some: readonly FileEntry[]): void => {
    for (const entry of some) entries.push(entry);
  };
  const summary = await connection.list(path, { signal: null, onEntries });
  return { entries, summary };
};

interface Choices extends Partial<TransferParameters> {
  readonly offset?: number;
}

const transferOptions = ({ offset = 0, ...parameters }: Choices, counter: ByteCounter) => ({
  ...defaultTransferOptions(),
  parameters: { ...IMAGE_FILE_STREAM, ...parameters },
  start: atOffset(offset),
  counter,
});

/** The bytes of a file on the server. */
export const retrieveAll = async (connection: UserFtp, path: string, choices: Choices = {}): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  const sink: DataSink = {
    write: async (chunk) => {
      chunks.push(Buffer.from(chunk));
    },
  };
  await connection.retrieve(path, sink, transferOptions(choices, { bytes: 0 }));
  return Buffer.concat(chunks);
};

/** Stores bytes; answers how many went over the data connection. */
export const storeAll = async (
  connection: UserFtp,
  path: string,
  content: Uint8Array,
  choices: Choices = {},
): Promise<number> => {
  let at = 0;
  const source: DataSource = {
    read: async (into) => {
      const piece = content.subarray(at, at + into.length);
      into.set(piece);
      at += piece.length;
      return piece.length;
    },
  };
  return (await connection.store(path, source, transferOptions(choices, { bytes: 0 }))).bytes;
};
