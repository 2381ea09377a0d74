import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The commands and events of one target (a page), or of the browser itself. Events are emitted by their DevTools
 * name with their parameters.
 */
export class DevtoolsSession extends EventEmitter {
  readonly send: CDPSession['send'];

  constructor(pipe: DevtoolsPipe, sessionId: string | undefined) {
    super();
    this.setMaxListeners(0);
    this.send = ((method: string, params?: object) => pipe.request(method, params, sessionId)) as CDPSession['send'];
  }
}

/**
 * The DevTools protocol over the two pipes of --remote-debugging-pipe: JSON messages, each ended by a zero byte. When
 * this process dies, however it dies, the pipes close and the browser ends itself.
 */
export class DevtoolsPipe {
  readonly browser = new DevtoolsSession(this, undefined);
  /** Settles when the browser has closed its end. */
  readonly closed: Promise<void>;
  #lastId = 0;
  #unfinished: Buffer[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, DevtoolsSession>();
  readonly #toBrowser: Writable;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    // Writing to a browser that has just gone is no fault of its own: whoever waits for an answer is told below.
    toBrowser.on('error', () => {});
    fromBrowser.on('error', () => {});
    fromBrowser.on('data', (bytes: Buffer) => this.#receive(bytes));
    this.closed = new Promise((resolve) => {
      fromBrowser.on('close', () => {
        for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: the browser is gone`));
        this.#waiting.clear();
        resolve();
      });
    });
  }

  /** Sends a command and answers its result; rejects with the browser's words. */
  request(method: string, params: object | undefined, sessionId: string | undefined): Promise<unknown> {
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { method, resolve, reject });
    this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return promise;
  }

  /** The session of a target that `Target.attachToTarget` answered with `flatten`. */
  session(sessionId: string): DevtoolsSession {
    const session = new DevtoolsSession(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  #receive(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      this.#unfinished.push(bytes.subarray(start, end));
      const text = Buffer.concat(this.#unfinished).toString();
      this.#unfinished = [];
      start = end + 1;
      this.#deliver(JSON.parse(text));
    }
    if (start < bytes.length) this.#unfinished.push(bytes.subarray(start));
  }

  #deliver(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
      else waiting?.resolve(message.result);
    } else if (message.method) {
      const session = message.sessionId ? this.#sessions.get(message.sessionId) : this.browser;
      session?.emit(message.method, message.params);
    }
  }
}
