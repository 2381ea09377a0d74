import { FaultError } from '#shared/fault.ts';
import { parentPathname } from '#shared/ftp/pathname.ts';
import { atOffset, defaultTransferOptions } from '../../../src/main/ftp/defaults.ts';
import type { TransferOptions, UserFtp } from '../../../src/main/ftp/engine.ts';
import { UNUSED_COMMANDS } from '../../fixtures/unused-commands.ts';
import { piecesOf } from './fake-entries.ts';
import { lostConnection, replyFault } from './fake-faults.ts';
import type { FakeFile, FakeServer } from './fake-server.ts';

/**
 * One connection to a server in memory.
 *
 * @param number which of the server's it is, from 1 on
 * @param onClosed called once, when it is closed by either side
 */
export const connectFake = (server: FakeServer, number: number, onClosed: () => void): UserFtp => {
  let closed = false;
  let end: (fault: Error | null) => void = () => {};
  const gone = new Promise<Error | null>((resolve) => {
    end = resolve;
  });
  const close = (fault: FaultError | null): void => {
    if (!closed) onClosed();
    closed = true;
    end(fault);
  };
  const throwFault = (fault: FaultError): never => {
    if (fault.fault.kind === 'control-connection') close(fault);
    throw fault;
  };
  const command = (verb: string, path: string): { after: number; fault: FaultError } | null => {
    server.commands.push(`${verb} ${path}`);
    if (closed) return throwFault(lostConnection('preparing'));
    const trouble = server.trouble(verb, path, number);
    if (trouble && trouble.after === undefined) throwFault(trouble.fault);
    return trouble ? { after: trouble.after ?? 0, fault: trouble.fault } : null;
  };
  const file = (verb: string, path: string): FakeFile => {
    const found = server.files.get(path);
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
    server.transfers.push(options);
    if (options.start !== null) command('REST', options.start.marker);
    const marks = 'BC'.includes(options.parameters.mode);
    for (let done = 0; ; ) {
      if (trouble && done >= trouble.after) throwFault(trouble.fault);
      const moved = await Promise.race([move(done), ended]);
      if (moved === 0) return done;
      done += moved;
      options.counter.bytes = done;
      if (marks) options.onCheckpoint?.({ marker: `mark-${begin + done}`, localBytes: begin + done });
      await Promise.race([server.gate, ended]);
    }
  };
  const done = { code: 226, lines: ['done'] };

  return {
    host: 'fake',
    port: 21,
    localAddress: '192.0.2.9',
    home: '/',
    tlsProtocol: null,
    features: new Map(),
    get closed() {
      return closed;
    },
    get pipelines() {
      return server.pipelines;
    },
    gone,
    workingDirectory: async () => '/',
    changeDirectory: async (path) => {
      command('CWD', path);
      if (!server.folders.has(path)) throw replyFault('CWD', 550);
      return path;
    },
    list: async (path, { onEntries }) => {
      command('LIST', path);
      if (!server.folders.has(path)) throw replyFault('LIST', 550, 'transfer-command');
      const entries = server.entries(path);
      onEntries(entries);
      return { entries: entries.length, notUnderstood: [], notUnderstoodCount: 0 };
    },
    retrieve: (path, sink, options) =>
      inTurn(options.signal, async () => {
        const trouble = command('RETR', path);
        const { content } = file('RETR', path);
        const begin = options.start?.localBytes ?? 0;
        const bytes = await flow(options, trouble, async (from) => {
          const end = begin + Math.min(from + server.chunk, options.extent?.length ?? Number.POSITIVE_INFINITY);
          const piece = server.onTheWay(path, content.subarray(begin + from, end));
          await sink.write(piece);
          return piece.length;
        });
        return { bytes, completion: done, suspect: server.suspect };
      }),
    store: (path, source, options) =>
      inTurn(options.signal, async () => {
        const trouble = command('STOR', path);
        if (!server.folders.has(parentPathname(path))) throw replyFault('STOR', 553, 'transfer-command');
        const old = server.files.get(path)?.content ?? Buffer.alloc(0);
        const stored: FakeFile = {
          content: Buffer.from(old.subarray(0, options.start?.localBytes ?? 0)),
          modifiedMs: 1,
          permissions: 'rw-------',
        };
        server.files.set(path, stored);
        const buffer = Buffer.alloc(server.chunk);
        const bytes = await flow(options, trouble, async () => {
          const read = await source.read(buffer);
          stored.content = Buffer.concat([stored.content, server.onTheWay(path, buffer.subarray(0, read))]);
          return read;
        });
        if (trouble) throwFault(trouble.fault);
        return { bytes, completion: done, suspect: [] };
      }),
    copyTo: (from, target, to, options) =>
      inTurn(options.signal, async () => {
        const trouble = command(options.allowClear ? 'RETR IN THE CLEAR' : 'RETR', from);
        const { content } = file('RETR', from);
        const source = piecesOf(content, options.offset, server.chunk, (at) => {
          if (trouble && at >= trouble.after) throwFault(trouble.fault);
        });
        const { counter, signal, offset } = options;
        await target.store(to, source, { ...defaultTransferOptions(), start: atOffset(offset), counter, signal });
        return { source: done, target: done };
      }),
    delete: async (path) => {
      command('DELE', path);
      file('DELE', path);
      server.files.delete(path);
    },
    makeDirectory: async (path) => {
      command('MKD', path);
      if (server.folders.has(path)) throw replyFault('MKD', 550);
      server.folders.add(path);
    },
    removeDirectory: async (path) => {
      command('RMD', path);
    },
    rename: async (from, to) => {
      command('RNTO', to);
      server.files.set(to, file('RNFR', from));
      server.files.delete(from);
      const late = server.trouble('RENAMED', to, number);
      if (late) throwFault(late.fault);
    },
    size: async (path) => {
      command('SIZE', path);
      return server.knowsSize ? file('SIZE', path).content.length : null;
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
    get checksums() {
      return server.checksums;
    },
    checksum: async (path, { algorithm, range }) => {
      command(range === null ? 'HASH' : `HASH ${range.from}-${range.to} of`, path);
      const { content } = file('HASH', path);
      const { from, to } = range ?? { from: 0, to: content.length };
      return server.tellChecksum(algorithm, content.subarray(from, to));
    },
    raw: async () => ({ replies: [], listing: null }),
    quit: async () => close(null),
    destroy: () => close(null),
  };
};
