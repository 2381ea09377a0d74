import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { answerTurns, Turns } from './answers.ts';
import type { Page } from './codecs/pages.ts';
import { listenOn } from './control-port.ts';
import { Interpreter } from './interpreter.ts';
import { type ByteString, byteString, readable, resolvePathname } from './pathnames.ts';
import { RoundTrips } from './round-trips.ts';
import type { DataScript, ServerScript } from './script.ts';
import { secureContexts, testRoot } from './secure-contexts.ts';
import type { ConnectionRecord, DataRecord, ServerState } from './server-state.ts';
import { Marks } from './structures/marks.ts';
import { pagesOfBytes, recordsOfBytes } from './structures/stored-file.ts';
import type { FileTree } from './tree/file-tree.ts';
import { FolderTree } from './tree/folder-tree.ts';
import { MemoryTree } from './tree/memory-tree.ts';

export type { ServerScript } from './script.ts';

/** A running server-FTP process, its records, and the way to end it. */
export interface ServerFtp {
  readonly host: string;
  readonly port: number;
  /** A user who can log in: the first of the script's, or `tester`. */
  readonly user: string;
  readonly password: string;
  /** The root certificate in PEM that signed this server's. */
  readonly ca: string;
  /** Every command line of all connections in the order they came. */
  readonly commands: readonly string[];
  /** By control connection, in the order they connected. */
  readonly connections: readonly ConnectionRecord[];
  readonly data: readonly DataRecord[];
  readonly tree: FileTree;
  /** The bytes of a file of the tree. */
  content(path: string): Promise<Buffer>;
  /** The records of a file: those it was stored as, otherwise its lines. */
  records(path: string): Promise<readonly Buffer[]>;
  /** The pages of a file: those it was stored as, otherwise its bytes in simple pages. */
  pages(path: string): Promise<readonly Page[]>;
  /** Resolves when a command of this verb, or this whole line, has come in for the `times`-th time. */
  received(command: string, times?: number): Promise<void>;
  /** Cuts every connection and stops listening; resolves when nothing is left. */
  close(): Promise<void>;
}

/** What a connection too many is greeted with. */
const TURNED_AWAY = { say: '421 Too many connections from this IP', andThen: 'close' } as const;

/** Starts a server that does what `script` says, listening when this resolves. */
export const startServerFtp = async (script: ServerScript = {}): Promise<ServerFtp> => {
  const commands: string[] = [];
  const connections: ConnectionRecord[] = [];
  const arrivals = new Set<() => void>();
  const sockets = new Set<Socket>();
  let standing = 0;
  const greetings = answerTurns({ greeting: script.greeting ?? [] });
  const state: ServerState = {
    script,
    tree: script.root === undefined ? new MemoryTree(script.files ?? {}) : new FolderTree(script.root),
    answers: answerTurns(script.replies ?? {}),
    dataScripts: new Turns<DataScript>(script.data ?? {}),
    secure: script.tls ? secureContexts(script.tls) : null,
    marks: new Marks(),
    data: [],
    dataTimeout: script.dataTimeout ?? 5_000,
    track: (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
  };

  const welcome = (socket: Socket): void => {
    state.track(socket);
    socket.on('error', () => {});
    socket.setNoDelay(true);
    const own: string[] = [];
    const trips = new RoundTrips();
    const record: ConnectionRecord = {
      commands: own,
      clientCertificate: null,
      tlsResumed: null,
      get roundTrips() {
        return trips.count;
      },
      // Not by `once`, which an error before it rejects: a client may be gone while a reply is on its way.
      closed: new Promise((resolve) => socket.once('close', () => resolve())),
      say: (text) => interpreter.say(text),
      reset: () => socket.resetAndDestroy(),
    };
    const interpreter = new Interpreter(state, { record, trips }, socket, (line) => {
      own.push(readable(line));
      commands.push(readable(line));
      for (const check of arrivals) check();
    });
    connections.push(record);
    standing += 1;
    socket.once('close', () => {
      standing -= 1;
      interpreter.close();
    });
    const full = standing > (script.mostConnections ?? Number.POSITIVE_INFINITY);
    void interpreter.serve(full ? TURNED_AWAY : greetings.next('greeting', 'greeting'));
  };

  const server = createServer({ pauseOnConnect: true }, welcome);
  const address = await listenOn(server, script.address ?? '127.0.0.1', script.port ?? null);
  const [user, account] = Object.entries(script.users ?? {})[0] ?? ['tester', { password: 'tester-pw' }];

  const content = async (path: ByteString): Promise<Buffer> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of state.tree.read(path, 0)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  return {
    host: address.address,
    port: address.port,
    user,
    password: account.password ?? '',
    ca: testRoot(),
    commands,
    connections,
    data: state.data,
    tree: state.tree,
    content: (path) => content(resolvePathname('/', byteString(path))),
    records: async (name) => {
      const path = resolvePathname('/', byteString(name));
      return (await state.tree.structure(path)).records ?? recordsOfBytes(await content(path));
    },
    pages: async (name) => {
      const path = resolvePathname('/', byteString(name));
      return (await state.tree.structure(path)).pages ?? pagesOfBytes(await content(path));
    },
    received: (command, times = 1) =>
      new Promise((resolve) => {
        const check = (): void => {
          const matching = commands.filter((line) => line === command || line.split(' ', 1)[0] === command);
          if (matching.length < times) return;
          arrivals.delete(check);
          resolve();
        };
        arrivals.add(check);
        check();
      }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      const ends = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed, ...ends]);
    },
  };
};
