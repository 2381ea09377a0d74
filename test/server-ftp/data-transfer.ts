import type { Socket } from 'node:net';
import { acts, detailed, waitFor } from './answers.ts';
import { MalformedData } from './codecs/items.ts';
import { DataMover } from './data-mover.ts';
import { callDefaultPort, type DataPort } from './data-port.ts';
import { readable } from './pathnames.ts';
import type { Payload, TransferReplies } from './payload.ts';
import { replyBytes, scriptedBytes } from './reply-writer.ts';
import type { Answer, DataScript } from './script.ts';
import { handshake } from './secure-contexts.ts';
import type { DataRecord } from './server-state.ts';
import type { Session } from './session.ts';
import { TransferRefused } from './transfer-refused.ts';

/**
 * Runs one transfer command to its completion reply (RFC 959 5.4: 150, then 226; 425 where no data connection can be
 * had, 426 where it broke, 522 or 425 where TLS resumption is required and was not offered).
 *
 * @param line the command line, for the records and the script
 * @param replies the preliminary and the completion reply when all goes well
 */
export const runTransfer = async (
  session: Session,
  line: string,
  replies: TransferReplies,
  payload: Payload,
): Promise<void> => {
  const script = session.server.dataScripts.next(line.split(' ', 1)[0]?.toUpperCase() ?? '', line) ?? {};
  const transfer = new Transfer(session, script, { command: readable(line), tls: null, bytes: 0, reset: false });
  session.running = transfer;
  try {
    await transfer.run(replies, payload);
  } finally {
    session.running = null;
    transfer.finish();
    if (!transfer.wasCut) session.dropDataPort();
  }
};

class Transfer {
  readonly #session: Session;
  readonly #script: DataScript;
  readonly #record: DataRecord;
  #plain: Socket | null = null;
  #socket: Socket | null = null;
  #aborted = false;
  #mover: DataMover | null = null;
  #finish = (): void => {};
  /** Cut by a further PASV or PORT, whose data port is the next transfer's. */
  wasCut = false;
  readonly ended = new Promise<void>((resolve) => {
    this.#finish = resolve;
  });

  constructor(session: Session, script: DataScript, record: DataRecord) {
    this.#session = session;
    this.#script = script;
    this.#record = record;
  }

  /** ABOR: the data connection is cut and the transfer ends in 426. */
  abort(): void {
    this.#aborted = true;
    this.#mover?.stop();
    this.#socket?.destroy();
  }

  cut(): void {
    this.wasCut = true;
    this.abort();
  }

  finish(): void {
    this.#finish();
  }

  status(): string {
    return `213 ${this.#record.command}: ${this.#record.bytes} bytes so far.`;
  }

  async run(replies: TransferReplies, payload: Payload): Promise<void> {
    if (!(await this.#open())) {
      if ('close' in payload) await payload.close();
      return this.wasCut ? undefined : this.#session.reply("425 Can't open data connection.");
    }
    let completion = replies.completion ?? '226 Transfer complete.';
    try {
      await this.#say(this.#script.preliminary, replies.preliminary);
      if (refuses(this.#script.preliminary)) {
        this.#socket?.destroy();
        return;
      }
      await this.#protect();
      if (this.#script.completionFirst) await this.#complete(completion);
      await this.#move(payload);
    } catch (error) {
      completion = replyTo(error);
      this.#socket?.destroy();
    } finally {
      if ('close' in payload) await payload.close();
    }
    if (this.wasCut || (this.#aborted && this.#session.server.script.abort === 'folded')) return;
    if (!this.#script.completionFirst) await this.#complete(completion);
  }

  async #open(): Promise<boolean> {
    const { trips } = this.#session;
    const sent = trips.now();
    const port = this.#session.dataPort ?? this.#defaultPort();
    try {
      this.#plain = await port.open(this.#session.server.dataTimeout);
    } catch {
      return false;
    }
    trips.notBefore(this.#session.dataConnectionAt || sent + 2);
    this.#plain.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ECONNRESET') this.#record.reset = true;
    });
    this.#plain.setNoDelay(true);
    this.#socket = this.#plain;
    this.#session.server.data.push(this.#record);
    this.#session.server.track(this.#plain);
    return true;
  }

  #defaultPort(): DataPort {
    const { remoteAddress = '', remotePort = 0, localAddress = '', localPort = 1 } = this.#session.socket;
    const from = this.#session.server.script.unprivileged ? null : localPort - 1;
    return callDefaultPort(remoteAddress, remotePort, localAddress, from);
  }

  async #protect(): Promise<void> {
    const { secure, script } = this.#session.server;
    if (!this.#session.protectedData || !secure || !this.#plain || script.tls?.dataInClear) return;
    if (script.tls?.dataRefused !== undefined) throw new TransferRefused(script.tls.dataRefused);
    const { always, next } = this.#session.asTlsClient;
    const begins = always || next;
    const socket = begins ? secure.asClient(this.#plain) : secure.onData(this.#plain);
    this.#socket = socket;
    socket.on('error', () => {});
    await handshake(socket);
    const resumed = socket.isSessionReused();
    this.#record.tls = { resumed, protocol: socket.getProtocol() ?? '' };
    const { requireResumption: required, resumesOnly = this.#record.tls.protocol } = script.tls ?? {};
    if (required && !begins && (!resumed || this.#record.tls.protocol !== resumesOnly))
      throw new TransferRefused(`${required} SSL connection failed: session reuse required`);
  }

  async #move(payload: Payload): Promise<void> {
    if (!this.#plain || !this.#socket) throw new Error('no data connection');
    this.#mover = new DataMover(this.#session, this.#script, this.#record, {
      plain: this.#plain,
      socket: this.#socket,
    });
    if (this.#aborted) this.#mover.stop();
    await ('send' in payload ? this.#mover.send(payload) : this.#mover.receive(payload));
  }

  #complete(text: string): Promise<void> {
    return this.#say(this.#script.completion, text);
  }

  async #say(scripted: Answer | undefined, normal: string): Promise<void> {
    if (scripted === undefined) return this.#session.reply(normal);
    const answer = detailed(scripted);
    await waitFor(answer);
    const said = answer.say === undefined ? replyBytes(normal) : scriptedBytes(answer.say);
    await this.#session.writer.write(
      Buffer.concat([scriptedBytes(answer.before ?? ''), said, scriptedBytes(answer.after ?? '')]),
    );
    if (answer.andThen === 'reset') this.#session.record.reset();
    if (answer.andThen === 'close') this.#session.socket.end();
  }
}

/** What a transfer that failed is told to have ended in. */
const replyTo = (error: unknown): string => {
  if (error instanceof TransferRefused) return error.message;
  if (error instanceof MalformedData) return `${error.reply} ${error.message}`;
  return '426 Connection closed; transfer aborted.';
};

/** Whether a script's answer in place of the 150 leaves no transfer to run: a 4yz or 5yz, not mere silence. */
const refuses = (preliminary: Answer | undefined): boolean => {
  if (preliminary === undefined) return false;
  const answer = detailed(preliminary);
  return answer.say !== undefined && answer.say.length > 0 && !acts(answer);
};
