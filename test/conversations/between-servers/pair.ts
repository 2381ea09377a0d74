import { expect } from 'vitest';
import { IMAGE, IMAGE_FILE_STREAM } from '#shared/ftp/transfer-parameters.ts';
import type { ConnectOptions, CopyOptions, UserFtp } from '../../../src/main/ftp/engine.ts';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { type Conversation, intoMemory, loggedIn, sampleBytes, transferOptions } from '../conversation.ts';

/** One of two servers, what is said to it, and the user-FTP logged in to it. */
export type Side = Conversation & { readonly ftp: UserFtp };

/** A file that fits into no socket's buffers, so that whoever sends it has to wait for whoever takes it. */
export const large = sampleBytes(12_000_000);

/** What the source of every pair holds, as `/a`. */
export const content = sampleBytes(300_000);

/** Neither side's address is ours, nor the other's. */
const SOURCE = '127.0.0.2';
const TARGET = '127.0.0.3';

/** Two servers that are strangers to each other, and a login on each. */
export const strangers = async (
  source: ServerScript = {},
  target: ServerScript = {},
  changes: Partial<ConnectOptions> = {},
) => {
  const [from, to] = await Promise.all([
    loggedIn({ files: { a: content }, address: SOURCE, ...source }, { ...changes, host: SOURCE }),
    loggedIn({ address: TARGET, ...target }, { ...changes, host: TARGET }),
  ]);
  return { from, to };
};

/** Two servers under one address, whose certificate is for it; the logins are encrypted where the scripts have TLS. */
export const neighbours = async (source: ServerScript, target: ServerScript, changes: Partial<ConnectOptions> = {}) => {
  const [from, to] = await Promise.all([
    loggedIn({ files: { a: content }, ...source }, changes),
    loggedIn(target, changes),
  ]);
  return { from, to };
};

/** `/a` of the source to `/b` of the target. */
export const copy = ({ from, to }: { readonly from: Side; readonly to: Side }, part: Partial<CopyOptions> = {}) =>
  from.ftp.copyTo('/a', to.ftp, '/b', copying(part));

export const copying = (part: Partial<CopyOptions> = {}): CopyOptions => ({
  parameters: IMAGE_FILE_STREAM,
  offset: 0,
  allowClear: false,
  watcher: null,
  counter: { bytes: 0 },
  signal: null,
  ...part,
});

/** Command lines since the last call, without the numbers of a data port: they are chance. */
export const saidTo = (side: Side): readonly string[] =>
  side.said().map((line) => line.replace(/^(PORT (?:\d+,){4}).*$/, '$1p').replace(/^(EPRT \|\d\|[^|]+\|).*$/, '$1p'));

/** Fails unless the connection is in step and moves a file of its own, byte for byte. */
export const expectUsable = async ({ ftp, server }: Side, path: string): Promise<void> => {
  expect(await ftp.workingDirectory()).toBe('/');
  const sink = intoMemory();
  await ftp.retrieve(path, sink, transferOptions(IMAGE));
  expect(sink.content().equals(await server.content(path))).toBe(true);
};
