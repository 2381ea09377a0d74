import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { makeCodec } from '../page/codec.ts';
import type { FromPage, PageConfig, Question } from '../page/messages.ts';
import { runPreload } from '../page/runtime.ts';
import type { DevtoolsSession } from './devtools-pipe.ts';

interface BindingCalled {
  readonly name: string;
  readonly payload: string;
  readonly executionContextId: number;
}
interface Paused {
  readonly callFrames: readonly { readonly callFrameId: string }[];
}

/** Answers what a page asks synchronously, encoded; `path` looks up the dropped or chosen file it asks about. */
export type Answerer = (question: Question, path: () => Promise<string>) => Promise<string>;

/**
 * One page of the browser and the wires into it: messages out through a binding, calls in, and questions that the page
 * waits for. Emits `message` with a FromPage and the execution context it came from.
 */
export class Page extends EventEmitter {
  readonly targetId: string;
  readonly devtools: DevtoolsSession;
  readonly #config: PageConfig;
  readonly #answer: Answerer;
  /** The document that said it is ready; none while another is loading. */
  #context: number | null = null;

  constructor(targetId: string, devtools: DevtoolsSession, answer: Answerer) {
    super();
    this.targetId = targetId;
    this.devtools = devtools;
    this.#answer = answer;
    const unlikely = randomBytes(8).toString('hex');
    this.#config = {
      toMain: `toMain_${unlikely}`,
      reply: `reply_${unlikely}`,
      event: `event_${unlikely}`,
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
    };
  }

  /** Lays the wires; every document loaded from now on begins with the preload. */
  async prepare(preload: string | null): Promise<void> {
    this.devtools.on('Runtime.bindingCalled', (event: BindingCalled) => this.#onBinding(event));
    this.devtools.on('Debugger.paused', (event: Paused) => void this.#onPaused(event));
    await Promise.all([
      this.devtools.send('Page.enable'),
      this.devtools.send('Runtime.enable'),
      this.devtools.send('Debugger.enable'),
      this.devtools.send('Runtime.addBinding', { name: this.#config.toMain }),
      this.devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#source(preload) }),
    ]);
  }

  /** Gives the outcome of an invoke back to the document that asked; one that has gone is not told. */
  reply(context: number, id: number, wentWell: boolean, payload: string): Promise<void> {
    return this.#call(context, this.#config.reply, [id, wentWell, payload]);
  }

  /** Delivers a message of `webContents.send`; lost where no document is ready, as in Electron. */
  async event(channel: string, payload: string): Promise<void> {
    if (this.#context !== null) await this.#call(this.#context, this.#config.event, [channel, payload]);
  }

  #source(preload: string | null): string {
    const script = preload === null ? 'null' : `function (require, process, module, exports) {\n${preload}\n}`;
    return `(${runPreload})((${makeCodec})(), ${JSON.stringify(this.#config)}, ${script});
//# sourceURL=electron-stand-in://preload`;
  }

  #onBinding({ name, payload, executionContextId }: BindingCalled): void {
    if (name !== this.#config.toMain) return;
    const message: FromPage = JSON.parse(payload);
    if (message.kind === 'ready') this.#context = executionContextId;
    this.emit('message', message, executionContextId);
  }

  async #call(context: number, name: string, args: readonly unknown[]): Promise<void> {
    try {
      await this.devtools.send('Runtime.callFunctionOn', {
        executionContextId: context,
        functionDeclaration: `function (...args) { ${name}(...args); }`,
        arguments: args.map((value) => ({ value })),
      });
    } catch {
      // The document has gone between the question and the answer: there is nobody to tell.
    }
  }

  async #onPaused({ callFrames }: Paused): Promise<void> {
    const callFrameId = callFrames[0]?.callFrameId;
    try {
      if (callFrameId) await this.#answerFrame(callFrameId);
    } finally {
      await this.devtools.send('Debugger.resume').catch(() => {});
    }
  }

  async #answerFrame(callFrameId: string): Promise<void> {
    const evaluate = (expression: string, returnByValue: boolean) =>
      this.devtools.send('Debugger.evaluateOnCallFrame', { callFrameId, expression, returnByValue, silent: true });
    const asked = await evaluate('standInQuestion', true);
    // A `debugger` statement of somebody else's: it stops nobody here.
    if (asked.exceptionDetails) return;
    const path = async (): Promise<string> => {
      const { objectId } = (await evaluate('file', false)).result;
      if (!objectId) throw new Error('the page asked for the path of no file');
      return (await this.devtools.send('DOM.getFileInfo', { objectId })).path;
    };
    const answer = await this.#answer(JSON.parse(asked.result.value), path);
    await evaluate(`answer = ${JSON.stringify(answer)}`, true);
  }
}
