import type { Socket } from 'node:net';
import { acts, detailed, waitFor } from './answers.ts';
import { CommandQueue, type Heard } from './command-queue.ts';
import { commandTable } from './commands/table.ts';
import { ControlLines } from './control-lines.ts';
import { ControlReader } from './control-reader.ts';
import { ReplyWriter, scriptedBytes } from './reply-writer.ts';
import type { RoundTrips } from './round-trips.ts';
import type { Answer } from './script.ts';
import type { ConnectionRecord, ServerState } from './server-state.ts';
import { Session } from './session.ts';
import { TreeError } from './tree/file-tree.ts';

/** The commands that run a data connection. */
const TRANSFERS = new Set(['RETR', 'STOR', 'STOU', 'APPE', 'LIST', 'NLST', 'MLSD']);
/** What such a server answers when the transfer is over all the same (RFC 959 4.1.1, 4.1.3). */
const AFTER_TRANSFER = new Set(['ABOR', 'QUIT', 'REIN', ...TRANSFERS]);
/** The commands that a server which does everything at once takes for the end of the running data connection. */
const NEW_DATA_PORT = new Set(['PASV', 'EPSV', 'CPSV', 'PORT', 'EPRT']);

/** The server-PI of one control connection: one command after another, in the order they came (RFC 959 5.4). */
export class Interpreter {
  readonly #session: Session;
  readonly #queue: CommandQueue;
  readonly #onCommand: (line: string) => void;
  #greeted = false;

  /** `onCommand` is told of every line as it comes in, before anything is done about it. */
  constructor(
    server: ServerState,
    { record, trips }: { readonly record: ConnectionRecord; readonly trips: RoundTrips },
    socket: Socket,
    onCommand: (line: string) => void,
  ) {
    const { bytesAtATime = 0, bytesPause = 0, interrupt, roundTrip = 0 } = server.script;
    const writer = new ReplyWriter(socket, bytesAtATime, bytesPause, () => trips.replied());
    const reader = new ControlReader(new ControlLines(interrupt), (line) => this.#receive(line));
    this.#session = new Session(server, record, socket, { writer, reader, trips });
    this.#queue = new CommandQueue(roundTrip, (heard) => this.#perform(heard));
    this.#onCommand = onCommand;
  }

  /** Writes bytes of the script's at any moment. */
  say(text: string): Promise<void> {
    return this.#session.writer.write(scriptedBytes(text));
  }

  /** Greets, then answers commands until the connection is gone. */
  async serve(greeting: Answer | null): Promise<void> {
    const { server } = this.#session;
    if (server.secure && server.script.tls?.implicit) {
      try {
        await this.#session.protect(server.secure);
      } catch {
        this.#session.socket.destroy();
        return;
      }
    }
    this.#session.reader.attach(this.#session.socket);
    const { delayedGreeting } = server.script;
    if (delayedGreeting) {
      const minutes = String(delayedGreeting.minutes).padStart(3, '0');
      await this.#session.reply(`120 Service ready in ${minutes} minutes.`);
      await delayedGreeting.until;
    }
    await this.#answer(greeting, () => this.#session.reply('220 Longshore test server ready.'));
    this.#greeted = true;
    await this.#queue.open();
  }

  close(): void {
    this.#session.dropDataPort();
    this.#session.running?.abort();
  }

  #receive(line: string): void {
    this.#onCommand(line);
    const { script } = this.#session.server;
    if (script.dropsEarlyCommands && !this.#greeted) return;
    const { running, trips } = this.#session;
    const heard: Heard = { line, at: performance.now(), trip: trips.now() };
    if (running && /^STAT\s*$/i.test(line) && script.status !== 'after-transfer') {
      void this.#perform(heard);
      return;
    }
    if (/^ABOR\s*$/i.test(line) && script.abort !== 'after-transfer') running?.abort();
    this.#queue.add(heard);
  }

  async #perform({ line, trip }: Heard): Promise<void> {
    const { socket, server, trips } = this.#session;
    if (socket.destroyed || socket.writableEnded) return;
    const [, word = '', argument = ''] = /^(\S*) *(.*)$/s.exec(line) ?? [];
    const verb = word.toUpperCase();
    const running = this.#session.running;
    if (running && AFTER_TRANSFER.has(verb)) await running.ended;
    else if (running && NEW_DATA_PORT.has(verb)) running.cut();
    trips.command(trip);
    const scripted = server.answers.next(verb, line);
    const answered = this.#answer(scripted, () => this.#act(verb, argument, line));
    if (server.script.concurrent && TRANSFERS.has(verb)) void answered;
    else await answered;
    const kept = verb === 'ACCT' && this.#session.accountKnown ? this.#session.awaitingAccount : null;
    if (kept === null) return;
    this.#session.awaitingAccount = null;
    await this.#perform({ line: kept, at: performance.now(), trip });
  }

  async #answer(scripted: Answer | null, action: () => Promise<void>): Promise<void> {
    if (scripted === null) return action();
    const answer = detailed(scripted);
    await waitFor(answer);
    const { writer } = this.#session;
    if (answer.before) await writer.write(scriptedBytes(answer.before));
    if (answer.endless) await writer.writeEndlessly(answer.endless);
    const said = answer.say ?? null;
    if (acts(answer)) {
      this.#session.replaceReply(appended(said, answer.after));
      await action();
      this.#session.replaceReply(null);
      if (said === null && answer.after) await writer.write(scriptedBytes(answer.after));
    } else await writer.write(appended(said, answer.after) ?? Buffer.alloc(0));
    if (answer.andThen === 'close') this.#session.socket.end();
    if (answer.andThen === 'reset') this.#session.record.reset();
  }

  async #act(verb: string, argument: string, line: string): Promise<void> {
    const { script } = this.#session.server;
    const command = commandTable[verb];
    if (!command) {
      const code = script.interrupt === 'garbage-twice' ? 502 : 500;
      return this.#session.reply(`${code} ${verb}: command not understood.`);
    }
    if (command.needsLogin && !this.#session.loggedIn)
      return this.#session.reply('530 Please login with USER and PASS.');
    const wanted = this.#session.accountKnown ? undefined : script.accountWanted?.by[verb];
    if (wanted) {
      this.#session.awaitingAccount = wanted === '332' ? line : null;
      return this.#session.reply(`${wanted} Need account for ${verb}.`);
    }
    // RFC 959 4.1.3 RNFR: "This command must be immediately followed by a "rename to" command".
    if (verb !== 'RNTO' && verb !== 'NOOP') this.#session.renameFrom = null;
    try {
      await command.act(this.#session, argument, line);
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      await this.#session.reply(`550 ${error.message}.`);
    }
  }
}

/** What a script says and what follows it, to leave in one packet; null where it says nothing of its own. */
const appended = (said: string | Uint8Array | null, after: string | undefined): Buffer | null =>
  said === null ? null : Buffer.concat([scriptedBytes(said), scriptedBytes(after ?? '')]);
