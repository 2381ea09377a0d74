import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { ClearableLayer } from './clearable-layer.ts';
import { DEFAULT_PARAMETERS, type Parameters } from './codecs/modes.ts';
import type { ControlReader } from './control-reader.ts';
import type { DataPort } from './data-port.ts';
import type { ByteString } from './pathnames.ts';
import type { ReplyWriter } from './reply-writer.ts';
import { replyBytes, scriptedBytes } from './reply-writer.ts';
import type { RoundTrips } from './round-trips.ts';
import type { ScriptedUser } from './script.ts';
import { handshake, type SecureContexts } from './secure-contexts.ts';
import type { ConnectionRecord, ServerState } from './server-state.ts';
import type { Mark } from './structures/marks.ts';

/** What a running transfer lets the commands do that may come in the middle of it. */
export interface RunningTransfer {
  /** ABOR. */
  abort(): void;
  /** Cut without a further reply. */
  cut(): void;
  /** What STAT says of it. */
  status(): string;
  /** Settles when the transfer has ended, replies and all. */
  readonly ended: Promise<void>;
}

/** Where the next transfer begins: at a marker of this server's, or at so many bytes of stream mode. */
export type Restart = Mark | { readonly bytes: number };

/** What one control connection has agreed on: RFC 959's transfer parameters and where the user stands. */
export class Session {
  readonly server: ServerState;
  readonly record: ConnectionRecord;
  readonly writer: ReplyWriter;
  readonly reader: ControlReader;
  readonly trips: RoundTrips;
  socket: Socket;
  secure = false;
  user: string | null = null;
  account: ScriptedUser | null = null;
  loggedIn = false;
  directory: ByteString = '/';
  parameters: Parameters = DEFAULT_PARAMETERS;
  restart: Restart | null = null;
  renameFrom: ByteString | null = null;
  /** What HASH calculates. */
  hash = 'SHA-1';
  /** PROT P: data connections carry TLS (RFC 4217 9). */
  protectedData = false;
  dataPort: DataPort | null = null;
  /** EPSV ALL was said: any other way to a data connection is refused from then on (RFC 2428 4). */
  onlyExtendedPassive = false;
  /** When data of the connection that has come in is at the client, in round trips; 0 without one. */
  dataConnectionAt = 0;
  /** Whether this server begins the TLS handshake of data connections: of all (SSCN ON), of the next (CPSV). */
  readonly asTlsClient = { always: false, next: false };
  running: RunningTransfer | null = null;
  /** ACCT has named the account that `accountWanted` asks for. */
  accountKnown = false;
  /** The command answered 332, to be done after ACCT. */
  awaitingAccount: string | null = null;
  /** Bytes of the last ALLO; null: none since the last transfer. */
  allocated: number | null = null;
  /** Facts of MLSx the client chose with OPTS MLST; all by default. */
  facts: readonly string[] = ['type', 'size', 'modify', 'perm', 'unix.mode'];
  #replacement: Buffer | null = null;
  #beneath: { readonly plain: Socket; readonly layer: ClearableLayer; readonly tls: TLSSocket } | null = null;

  constructor(
    server: ServerState,
    record: ConnectionRecord,
    socket: Socket,
    ends: { readonly writer: ReplyWriter; readonly reader: ControlReader; readonly trips: RoundTrips },
  ) {
    this.server = server;
    this.record = record;
    this.socket = socket;
    this.writer = ends.writer;
    this.reader = ends.reader;
    this.trips = ends.trips;
  }

  /** Puts TLS on the control connection as its server; rejects where the handshake fails. */
  async protect(secure: SecureContexts): Promise<void> {
    const { clearControl, clientCertificate } = this.server.script.tls ?? {};
    const plain = this.socket;
    const layer = clearControl === undefined ? null : new ClearableLayer(plain);
    const socket = secure.onControl(layer ?? plain);
    socket.on('error', () => {});
    await handshake(socket);
    const shown = socket.getPeerX509Certificate();
    if (clientCertificate === 'required' && shown === undefined) throw new Error('no client certificate');
    this.record.clientCertificate = shown?.subject ?? null;
    this.record.tlsResumed = socket.isSessionReused();
    this.#beneath = layer === null ? null : { plain, layer, tls: socket };
    this.socket = socket;
    this.secure = true;
    this.writer.moveTo(socket);
  }

  /** Takes TLS off the control connection. @returns what the client said in the clear already */
  async unprotect(): Promise<Buffer> {
    if (this.#beneath === null) throw new Error('TLS cannot be taken off');
    const { plain, layer, tls } = this.#beneath;
    const words = this.server.script.tls?.clearControl;
    if (words === 'after-words-in-the-clear') plain.write('220 Hello\r\n');
    const behind = words === 'without-close-notify' ? Buffer.alloc(0) : await layer.leave(tls);
    this.socket = plain;
    this.secure = false;
    this.writer.moveTo(plain);
    return behind;
  }

  /** Says `text` (code, words; LF between lines), or what the script has in place of it. */
  reply(text: string): Promise<void> {
    const replacement = text.startsWith('1') ? null : this.#replacement;
    if (replacement) this.#replacement = null;
    return this.writer.write(replacement ?? replyBytes(text));
  }

  /** The next reply that is not preliminary will be this text of the script; null: its own again. */
  replaceReply(text: string | Uint8Array | null): void {
    this.#replacement = text === null ? null : scriptedBytes(text);
  }

  /** Whatever way to the next data connection was agreed on is given up. */
  dropDataPort(): void {
    this.dataPort?.close();
    this.dataPort = null;
    this.dataConnectionAt = 0;
    this.asTlsClient.next = false;
  }

  /** Back to where a connection begins (RFC 959 REIN). */
  reset(): void {
    this.dropDataPort();
    this.user = null;
    this.account = null;
    this.loggedIn = false;
    this.directory = '/';
    this.parameters = DEFAULT_PARAMETERS;
    this.restart = null;
    this.renameFrom = null;
    this.accountKnown = false;
    this.awaitingAccount = null;
    this.allocated = null;
  }
}
