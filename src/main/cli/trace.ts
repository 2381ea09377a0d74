import { displayName } from '#shared/ftp/pathname.ts';
import type { DialogueObserver } from '../ftp/engine.ts';
import { replyLines } from './reply-lines.ts';
import type { Terminal } from './terminal.ts';

/**
 * `--trace`: the control dialogue on standard error, secrets masked by the engine.
 *
 *     * connecting to 192.0.2.7:21
 *     < 220 ready
 *     > USER anna
 */
export const traceTo = (terminal: Terminal): DialogueObserver => {
  const line = (mark: string, text: string): void => terminal.printError(`${mark} ${displayName(text)}\n`);
  return {
    command: (text) => line('>', text),
    reply: (reply) => {
      for (const text of replyLines(reply)) line('<', text);
    },
    note: (text) => line('*', text),
  };
};

export const noTrace: DialogueObserver = { command: () => {}, reply: () => {}, note: () => {} };
