import { createHash } from 'node:crypto';
import { FaultError } from '#shared/fault.ts';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Evidence, TransferFact } from '#shared/model/learned-fact.ts';
import { DEFAULT_TRANSFER_POLICY, type TransferPolicy } from '#shared/model/transfer-policy.ts';
import type { SuspectData, TransferOptions, UserFtp } from '../../../src/main/ftp/engine.ts';
import { PLAIN_NAMES } from '../../../src/main/session/names/session-names.ts';
import type { SessionAccess, Sessions } from '../../../src/main/session/session-access.ts';
import { createTransferFacts } from '../../../src/main/session/transfer-facts.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';
import { connectFake } from './fake-connection.ts';
import { entriesOf } from './fake-entries.ts';

export interface FakeFile {
  content: Buffer;
  modifiedMs: number;
  permissions: string;
}

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
  /** What sessions remember of it, oldest first. */
  readonly learned: { readonly fact: TransferFact; readonly evidence: Evidence }[] = [];
  leases = 0;
  leaseFault: (standing: number) => FaultError | null = () => null;
  connected = true;
  policy: TransferPolicy = DEFAULT_TRANSFER_POLICY;
  knowsSize = true;
  chunk = 64 * 1024;
  pipelines = true;
  /** Checksums it calculates. */
  checksums: readonly ChecksumAlgorithm[] = [];
  /** What it says a checksum is; null: it refuses. */
  tellChecksum = (algorithm: ChecksumAlgorithm, content: Buffer): string | null =>
    createHash(algorithm.replace('-', '').toLowerCase()).update(content).digest('hex');
  /** What becomes of a piece of data on its way, to or from the file at `path`. */
  onTheWay: (path: string, piece: Buffer) => Buffer = (_, piece) => piece;
  /** What the server marks as suspect of what it sends. */
  suspect: readonly SuspectData[] = [];
  /** The options of each transfer, in order. */
  readonly transfers: TransferOptions[] = [];
  #standing = 0;
  #connections = 0;

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
      names: PLAIN_NAMES,
      view: () =>
        sessionView(id, {
          status: this.connected ? 'connected' : 'closed',
          settings: settingsOf({ host: `${id}.example.org`, transferPolicy: this.policy }),
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
      ...createTransferFacts({
        note: (text) => this.notes.push(text),
        remember: (fact, evidence) => this.learned.push({ fact, evidence }),
      }),
    };
  }

  #connection(): UserFtp {
    this.#connections += 1;
    return connectFake(this, this.#connections, () => {
      this.#standing = Math.max(0, this.#standing - 1);
    });
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
