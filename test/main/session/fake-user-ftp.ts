import type { Fault } from '#shared/fault.ts';
import { FaultError } from '#shared/fault.ts';
import { bareEntry, type FileEntry, type FileType, type ListingSummary } from '#shared/ftp/file-entry.ts';
import type { ConnectOptions, UserFtp } from '../../../src/main/ftp/engine.ts';
import { UNUSED_COMMANDS } from '../../fixtures/unused-commands.ts';

export const SUMMARY: ListingSummary = { entries: 0, notUnderstood: [], notUnderstoodCount: 0 };

export const entry = (name: string, type: FileType = 'file'): FileEntry => bareEntry(name, type);

export const refusal = (command: string, code: number, text = 'no'): FaultError =>
  new FaultError({ kind: 'reply', stage: 'preparing', command, code, text });

export const lostConnection = (): FaultError =>
  new FaultError({
    kind: 'control-connection',
    stage: 'preparing',
    cause: 'reset',
    host: 'example.org',
    port: 21,
    detail: 'ECONNRESET',
  });

/** What a fake server does with each command; what is not named answers as a server that has no objections. */
export type Behaviour = Partial<Omit<UserFtp, 'closed' | 'gone' | 'quit' | 'destroy'>>;

export interface FakeUserFtp extends UserFtp {
  /** What was asked of it, in order: `delete /a`. */
  readonly asked: readonly string[];
  readonly ended: 'quit' | 'destroyed' | 'lost' | null;
  /** The server or the network ends it. */
  lose(fault?: Fault): void;
}

/** A connection without a server; its commands settle at once. */
export const fakeUserFtp = (behaviour: Behaviour = {}): FakeUserFtp => {
  const asked: string[] = [];
  const gone = Promise.withResolvers<Error | null>();
  let ended: FakeUserFtp['ended'] = null;
  const end = (how: NonNullable<FakeUserFtp['ended']>, error: Error | null): void => {
    if (ended !== null) return;
    ended = how;
    gone.resolve(error);
  };
  const ask = (what: string): void => {
    asked.push(what);
    if (ended !== null) throw lostConnection();
  };
  const unused = async (): Promise<never> => {
    throw new Error('not part of this fake');
  };
  return {
    host: 'example.org',
    port: 21,
    localAddress: behaviour.localAddress ?? '192.0.2.9',
    home: behaviour.home ?? '/home',
    tlsProtocol: behaviour.tlsProtocol ?? null,
    features: behaviour.features ?? new Map(),
    asked,
    get ended() {
      return ended;
    },
    pipelines: true,
    get closed() {
      return ended !== null;
    },
    gone: gone.promise,
    lose: (fault) => end('lost', new FaultError(fault ?? lostConnection().fault)),
    workingDirectory: async () => {
      ask('workingDirectory');
      return '/home';
    },
    changeDirectory: async (path) => {
      ask(`changeDirectory ${path}`);
      return (await behaviour.changeDirectory?.(path)) ?? path;
    },
    list: async (path, options) => {
      ask(`list ${path}`);
      return (await behaviour.list?.(path, options)) ?? SUMMARY;
    },
    retrieve: unused,
    store: unused,
    copyTo: unused,
    delete: async (path) => {
      ask(`delete ${path}`);
      await behaviour.delete?.(path);
    },
    makeDirectory: async (path) => {
      ask(`makeDirectory ${path}`);
      await behaviour.makeDirectory?.(path);
    },
    removeDirectory: async (path) => {
      ask(`removeDirectory ${path}`);
      await behaviour.removeDirectory?.(path);
    },
    rename: async (from, to) => {
      ask(`rename ${from} ${to}`);
      await behaviour.rename?.(from, to);
    },
    size: async () => null,
    modified: async () => null,
    setModified: async () => false,
    changeMode: async (path, mode) => {
      ask(`changeMode ${path} ${mode.toString(8)}`);
      await behaviour.changeMode?.(path, mode);
    },
    noop: async () => {
      ask('noop');
      await behaviour.noop?.();
    },
    ...UNUSED_COMMANDS,
    raw: unused,
    quit: async () => end('quit', null),
    destroy: () => end('destroyed', null),
  };
};

/** `connectUserFtp` without a network: answers connections made by `make`, and remembers what it was told. */
export const fakeConnect = (make: (options: ConnectOptions, count: number) => FakeUserFtp | Promise<FakeUserFtp>) => {
  const told: ConnectOptions[] = [];
  const made: FakeUserFtp[] = [];
  const connect = async (options: ConnectOptions): Promise<UserFtp> => {
    told.push(options);
    const userFtp = await make(options, told.length);
    made.push(userFtp);
    return userFtp;
  };
  return { connect, told, made };
};
