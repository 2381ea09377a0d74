import { onTestFinished } from 'vitest';
import { type Fault, FaultError } from '#shared/fault.ts';
import { IMAGE, IMAGE_FILE_STREAM, type RepresentationType } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { atOffset, defaultConnectOptions, defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions, DataSink, DataSource, UserFtp } from '../../src/main/ftp/engine.ts';
import { connectUserFtp } from '../../src/main/ftp/user-ftp.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';

/** A server that follows its script, and what is said to it. */
export interface Conversation {
  readonly server: ServerFtp;
  readonly options: ConnectOptions;
  /** Remarks of the engine, in order. */
  readonly notes: readonly string[];
  connect(): Promise<UserFtp>;
  /** Command lines since the login, or since the last call. */
  said(): readonly string[];
}

/** Starts the server; everything ends with the test. */
export const converse = async (script: ServerScript, changes: Partial<ConnectOptions> = {}): Promise<Conversation> => {
  const conversation = await openConversation(script, changes);
  onTestFinished(conversation.end);
  return conversation;
};

/** Starts the server, for as many tests as like; everything ends with `end`. */
export const openConversation = async (
  script: ServerScript,
  changes: Partial<ConnectOptions> = {},
): Promise<Conversation & { readonly end: () => Promise<void> }> => {
  const server = await startServerFtp(script);
  const notes: string[] = [];
  const defaults = defaultConnectOptions();
  const options: ConnectOptions = {
    ...defaults,
    host: 'localhost',
    port: server.port,
    user: server.user,
    password: server.password,
    security: script.tls === undefined ? 'none' : script.tls.implicit === true ? 'implicit' : 'explicit',
    tls: { ...defaults.tls, ca: [server.ca], decidePlainText: async () => true },
    timeouts: { connect: 5_000, reply: 5_000, data: 5_000 },
    learned: nothingLearned(),
    observer: { command: () => {}, reply: () => {}, note: (text) => notes.push(text) },
    ...changes,
  };
  const open: UserFtp[] = [];
  let heard = 0;
  return {
    server,
    options,
    notes,
    async connect() {
      const ftp = await connectUserFtp(options);
      open.push(ftp);
      heard = server.commands.length;
      return ftp;
    },
    said() {
      const lines = server.commands.slice(heard);
      heard = server.commands.length;
      return lines;
    },
    async end() {
      for (const ftp of open) ftp.destroy();
      await server.close();
    },
  };
};

/** A conversation and its user-FTP, logged in. */
export const loggedIn = async (script: ServerScript, changes: Partial<ConnectOptions> = {}) => {
  const conversation = await converse(script, changes);
  return { ...conversation, ftp: await conversation.connect() };
};

/** The fault a call ends in; fails where it does not. */
export const faultOf = async (call: Promise<unknown>): Promise<Fault> => {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof FaultError) return outcome.error.fault;
  throw new Error(`no fault but ${JSON.stringify(outcome)}`);
};

export interface MemorySink extends DataSink {
  content(): Buffer;
}

/** Takes bytes, and may be told to do something when the first ones are there. */
export const intoMemory = (onFirst: () => void | Promise<void> = () => {}): MemorySink => {
  const parts: Buffer[] = [];
  return {
    async write(chunk) {
      parts.push(Buffer.from(chunk));
      if (parts.length === 1) await onFirst();
    },
    content: () => Buffer.concat(parts),
  };
};

export const fromMemory = (content: Uint8Array): DataSource => {
  let at = 0;
  return {
    async read(into) {
      const part = content.subarray(at, at + into.length);
      into.set(part);
      at += part.length;
      return part.length;
    },
  };
};

export const transferOptions = (type: RepresentationType = IMAGE, signal: AbortSignal | null = null, offset = 0) => ({
  ...defaultTransferOptions(),
  parameters: { ...IMAGE_FILE_STREAM, type },
  start: atOffset(offset),
  signal,
});

/** Bytes in which every place can be told from the next. */
export const sampleBytes = (length: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 7 + (at >> 8) * 13 + (at >> 16)) & 0xff;
  return bytes;
};
