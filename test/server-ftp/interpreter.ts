import type { Socket } from 'node:net';
import { acts, detailed, waitFor } from './answers.ts';
import { commandTable } from './commands/table.ts';
import { ControlReader } from './control-reader.ts';
import { ReplyWriter, scriptedBytes } from './reply-writer.ts';
import type { Answer } from './script.ts';
import type { ConnectionRecord, ServerState } from './server-state.ts';
import { Session } from './session.ts';
import { TreeError } from './tree/file-tree.ts';

/** The server-PI of one control connection: one command after another, in the order they came (RFC 959 5.4). */
export class Interpreter {
  readonly #session: Session;
  readonly #waiting: string[] = [];
  readonly #onCommand: (line: string) => void;
  #busy = false;

  /** `onCommand` is told of every line as it comes in, before anything is done about it. */
  constructor(server: ServerState, record: ConnectionRecord, socket: Socket, onCommand: (line: string) => void) {
    const { bytesAtATime = 0, bytesPause = 0 } = server.script;
    const writer = new ReplyWriter(socket, bytesAtATime, bytesPause);
    const reader = new ControlReader((line) => this.#receive(line));
    this.#session = new Session(server, record, socket, { writer, reader });
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
    await this.#answer(greeting, () => this.#session.reply('220 Longshore test server ready.'));
  }

  close(): void {
    this.#session.dropDataPort();
    this.#session.running?.abort();
  }

  #receive(line: string): void {
    this.#onCommand(line);
    if (/^ABOR\s*$/i.test(line) && this.#session.server.script.abort !== 'after-transfer')
      this.#session.running?.abort();
    this.#waiting.push(line);
    if (!this.#busy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    for (let line = this.#waiting.shift(); line !== undefined; line = this.#waiting.shift()) {
      const { socket } = this.#session;
      if (socket.destroyed || socket.writableEnded) break;
      await this.#perform(line);
    }
    this.#busy = false;
  }

  async #perform(line: string): Promise<void> {
    const [, word = '', argument = ''] = /^(\S*) ?(.*)$/s.exec(line) ?? [];
    const verb = word.toUpperCase();
    const scripted = this.#session.server.answers.next(verb, line);
    await this.#answer(scripted, () => this.#act(verb, argument, line));
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
    const command = commandTable[verb];
    if (!command) return this.#session.reply(`500 ${verb}: command not understood.`);
    if (command.needsLogin && !this.#session.loggedIn)
      return this.#session.reply('530 Please login with USER and PASS.');
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
