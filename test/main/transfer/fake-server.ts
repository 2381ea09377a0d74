import { FaultError, type Stage } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { parentPathname } from '#shared/ftp/pathname.ts';
import { atOffset, defaultTransferOptions } from '../../../src/main/ftp/defaults.ts';
import type { SuspectData, TransferOptions, UserFtp } from '../../../src/main/ftp/engine.ts';
import type { SessionAccess, Sessions } from '../../../src/main/session/session-access.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';
import { UNUSED_COMMANDS } from '../../fixtures/unused-commands.ts';
import { entriesOf, piecesOf } from './fake-entries.ts';

export interface FakeFile {
  content: Buffer;
  modifiedMs: number;
  permissions: string;
}

/** A reply fault as the engine throws it. */
export const replyFault = (command: string, code: number, stage: 'preparing' | 'transfer-command' = 'preparing') =>
  new FaultError({ kind: 'reply', stage, command, code, text: 'no' });

/** The control connection is gone. */
export const lostConnection = (stage: Stage) =>
  new FaultError({ kind: 'control-connection', stage, cause: 'reset', host: 'fake', port: 21, detail: 'ECONNRESET' });

/** A site in memory, its connections, and what goes wrong with them. */
export class FakeServer {
  entries = (folder: string): FileEntry[] => entriesOf(this, folder);
  readonly session: SessionAccess;
  readonly sessions: Sessions;
  readonly files = new Map<string, FakeFile>();
  readonly folders = new Set<string>(['/']);
  /** Entries a listing adds to what is there: links and names no disk should see. */
  readonly oddEntries = new Map<string, FileEntry[]>();
  readonly commands: string[] = [];
  readonly notes: string[] = [];
  /** Throws in place of the command, or after so many bytes of it. */
  trouble: (verb: string, path: string, connection: number) => { after?: number; fault: FaultError } | null = () =>
    null;
  /** Transfers wait for it after their first chunk. */
  gate: Promise<void> = Promise.resolve();
  leases = 0;
  leaseFault: (standing: number) => FaultError | null = () => null;
  connected = true;
  knowsSize = true;
  chunk = 64 * 1024;
  pipelines = true;
  /** What the server marks as suspect of what it sends. */
  suspect: readonly SuspectData[] = [];
  /** The options of each transfer, in order. */
  readonly transfers: TransferOptions[] = [];
  #standing = 0;
  constructor(id = 's1') {
    this.session = this.#makeSession(id);
    this.sessions = { get: (asked) => (asked === id ? this.session : undefined) };
  }

  put(path: string, content: string | Buffer, modifiedMs = Date.UTC(2026, 0, 2, 3, 4, 5)): void {
    this.files.set(path, { content: Buffer.from(content), modifiedMs, permissions: 'rw-r--r--' });
  }

  text(path: string): string | undefined {
    return this.files.get(path)?.content.toString();
  }

  #makeSession(id: string): SessionAccess {
    return {
      id: id,
      view: () =>
        sessionView(id, {
          status: this.connected ? 'connected' : 'closed',
          settings: settingsOf({ host: `${id}.example.org` }),
        }),
      browser: async () => this.#connection(),
      lease: async () => {
        if (!this.connected) {
          throw new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail: '' });
        }
        const fault = this.leaseFault(this.#standing);
        if (fault) throw fault;
        this.leases++;
        this.#standing++;
        return this.#connection();
      },
      giveBack: () => {
        this.#standing--;
      },
      list: async (path) => ({ path, summary: { entries: 0, notUnderstood: [], notUnderstoodCount: 0 } }),
      forget: () => {},
      note: (text) => this.notes.push(text),
    };
  }

  #connections = 0;

  #connection(): UserFtp {
    const number = ++this.#connections;
    const pipelines = (): boolean => this.pipelines;
    let closed = false;
    let end: (fault: Error | null) => void = () => {};
    const gone = new Promise<Error | null>((resolve) => {
      end = resolve;
    });
    const close = (fault: FaultError | null): void => {
      if (!closed) this.#standing = Math.max(0, this.#standing - 1);
      closed = true;
      end(fault);
    };
    const throwFault = (fault: FaultError): never => {
      if (fault.fault.kind === 'control-connection') close(fault);
      throw fault;
    };
    const command = (verb: string, path: string): { after: number; fault: FaultError } | null => {
      this.commands.push(`${verb} ${path}`);
      if (closed) return throwFault(lostConnection('after-preliminary-reply'));
      const trouble = this.trouble(verb, path, number);
      if (trouble && trouble.after === undefined) throwFault(trouble.fault);
      return trouble ? { after: trouble.after ?? 0, fault: trouble.fault } : null;
    };
    const file = (verb: string, path: string): FakeFile => {
      const found = this.files.get(path);
      if (!found) throw replyFault(verb, 550);
      return found;
    };
    const aborted = (signal: AbortSignal | null): Promise<never> =>
      new Promise((_, reject) => {
        const stop = (): void => reject(new FaultError({ kind: 'cancelled', stage: 'after-preliminary-reply' }));
        if (signal?.aborted) stop();
        signal?.addEventListener('abort', stop);
      });
    const lost = (stage: 'preparing' | 'after-preliminary-reply'): Promise<never> => {
      const rejected = gone.then(() => Promise.reject(lostConnection(stage)));
      rejected.catch(() => {});
      return rejected;
    };
    let lastTransfer: Promise<unknown> = Promise.resolve();
    /** One transfer after the other, as on one connection they are. */
    const inTurn = async <T>(signal: AbortSignal | null, transfer: () => Promise<T>): Promise<T> => {
      const before = lastTransfer;
      const { promise, resolve: over } = Promise.withResolvers<void>();
      lastTransfer = promise;
      const stopped = aborted(signal);
      stopped.catch(() => {});
      try {
        await Promise.race([before, stopped, lost('preparing')]);
        return await transfer();
      } finally {
        void before.then(() => over());
      }
    };
    /** Moves bytes piece by piece; `move` is told how many have gone before. */
    const flow = async (
      options: TransferOptions,
      trouble: { after: number; fault: FaultError } | null,
      move: (from: number) => Promise<number>,
    ): Promise<number> => {
      const ended = Promise.race([aborted(options.signal), lost('after-preliminary-reply')]);
      ended.catch(() => {});
      const begin = options.start?.localBytes ?? 0;
      this.transfers.push(options);
      if (options.start !== null) command('REST', options.start.marker);
      const marks = 'BC'.includes(options.parameters.mode);
      for (let done = 0; ; ) {
        if (trouble && done >= trouble.after) throwFault(trouble.fault);
        const moved = await Promise.race([move(done), ended]);
        if (moved === 0) return done;
        done += moved;
        options.counter.bytes = done;
        if (marks) options.onCheckpoint?.({ marker: `mark-${begin + done}`, localBytes: begin + done });
        await Promise.race([this.gate, ended]);
      }
    };
    const done = { code: 226, lines: ['done'] };

    return {
      host: 'fake',
      port: 21,
      home: '/',
      tlsProtocol: null,
      features: new Map(),
      get closed() {
        return closed;
      },
      get pipelines() {
        return pipelines();
      },
      gone,
      workingDirectory: async () => '/',
      changeDirectory: async (path) => {
        command('CWD', path);
        if (!this.folders.has(path)) throw replyFault('CWD', 550);
        return path;
      },
      list: async (path, { onEntries }) => {
        command('LIST', path);
        if (!this.folders.has(path)) throw replyFault('LIST', 550, 'transfer-command');
        const entries = this.entries(path);
        onEntries(entries);
        return { entries: entries.length, notUnderstood: [], notUnderstoodCount: 0 };
      },
      retrieve: (path, sink, options) =>
        inTurn(options.signal, async () => {
          const trouble = command('RETR', path);
          const { content } = file('RETR', path);
          const begin = options.start?.localBytes ?? 0;
          const bytes = await flow(options, trouble, async (from) => {
            const piece = content.subarray(begin + from, begin + from + this.chunk);
            await sink.write(piece);
            return piece.length;
          });
          return { bytes, completion: done, suspect: this.suspect };
        }),
      store: (path, source, options) =>
        inTurn(options.signal, async () => {
          const trouble = command('STOR', path);
          if (!this.folders.has(parentPathname(path))) throw replyFault('STOR', 553, 'transfer-command');
          const old = this.files.get(path)?.content ?? Buffer.alloc(0);
          const stored: FakeFile = {
            content: Buffer.from(old.subarray(0, options.start?.localBytes ?? 0)),
            modifiedMs: 1,
            permissions: 'rw-------',
          };
          this.files.set(path, stored);
          const buffer = Buffer.alloc(this.chunk);
          const bytes = await flow(options, trouble, async () => {
            const read = await source.read(buffer);
            stored.content = Buffer.concat([stored.content, buffer.subarray(0, read)]);
            return read;
          });
          if (trouble) throwFault(trouble.fault);
          return { bytes, completion: done, suspect: [] };
        }),
      copyTo: (from, target, to, options) =>
        inTurn(options.signal, async () => {
          const trouble = command(options.allowClear ? 'RETR IN THE CLEAR' : 'RETR', from);
          const { content } = file('RETR', from);
          const source = piecesOf(content, options.offset, this.chunk, (at) => {
            if (trouble && at >= trouble.after) throwFault(trouble.fault);
          });
          const { counter, signal, offset } = options;
          await target.store(to, source, { ...defaultTransferOptions(), start: atOffset(offset), counter, signal });
          return { source: done, target: done };
        }),
      delete: async (path) => {
        command('DELE', path);
        file('DELE', path);
        this.files.delete(path);
      },
      makeDirectory: async (path) => {
        command('MKD', path);
        if (this.folders.has(path)) throw replyFault('MKD', 550);
        this.folders.add(path);
      },
      removeDirectory: async (path) => {
        command('RMD', path);
      },
      rename: async (from, to) => {
        command('RNTO', to);
        this.files.set(to, file('RNFR', from));
        this.files.delete(from);
        const late = this.trouble('RENAMED', to, number);
        if (late) throwFault(late.fault);
      },
      size: async (path) => {
        command('SIZE', path);
        return this.knowsSize ? file('SIZE', path).content.length : null;
      },
      modified: async (path) => {
        command('MDTM', path);
        return file('MDTM', path).modifiedMs;
      },
      setModified: async (path, epochMs) => {
        command('MFMT', path);
        file('MFMT', path).modifiedMs = epochMs;
        return true;
      },
      changeMode: async (path, mode) => {
        command(`CHMOD ${mode.toString(8)}`, path);
      },
      noop: async () => {},
      ...UNUSED_COMMANDS,
      raw: async () => ({ replies: [], listing: null }),
      quit: async () => close(null),
      destroy: () => close(null),
    };
  }
}

/** A server with a file of each name. */
export const served = (names: readonly string[], content: string | Buffer = 'from the server'): FakeServer => {
  const server = new FakeServer();
  for (const name of names) server.put(`/${name}`, content);
  return server;
};

/** Holds every transfer after its first chunk until the answer is called. */
export const gated = (server: FakeServer): (() => void) => {
  let open = (): void => {};
  server.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
};
