import { FaultError } from '#shared/fault.ts';
import type { Prompt, PromptAnswer, PromptId } from '#shared/model/prompt.ts';
import type { Asker } from './asker.ts';

/** The questions that wait for the person, and their answers. */
export interface PromptDesk extends Asker {
  /** Oldest first. */
  open(): readonly Prompt[];
  /**
   * Answers a question. One that is no longer open is let pass: it was answered in another window, or what asked has
   * gone. Faults: `refused-here: bad-input` where the answer is of another kind than the question.
   */
  answer(id: PromptId, answer: PromptAnswer): void;
  /** The program ends: every open question is dismissed. */
  dismissAll(): void;
}

interface OpenPrompt {
  readonly prompt: Prompt;
  readonly settle: (answer: PromptAnswer) => void;
}

const DISMISSED: PromptAnswer = { kind: 'dismissed' };

/** @param onChange told of all open questions, oldest first, whenever they change */
export const createPromptDesk = (onChange: (open: readonly Prompt[]) => void): PromptDesk => {
  const waiting = new Map<PromptId, OpenPrompt>();
  let lastId = 0;

  const open = (): readonly Prompt[] => [...waiting.values()].map(({ prompt }) => prompt);

  const settle = (id: PromptId, answer: PromptAnswer): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    waiting.delete(id);
    entry.settle(answer);
    onChange(open());
  };

  return {
    ask: (question, signal) => {
      if (signal?.aborted) return Promise.resolve(DISMISSED);
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<PromptAnswer>();
      const onAbort = (): void => settle(id, DISMISSED);
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.set(id, {
        prompt: { ...question, id },
        settle: (answer) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(answer);
        },
      });
      onChange(open());
      return promise;
    },
    open,
    answer: (id, answer) => {
      const asked = waiting.get(id);
      if (asked && answer.kind !== 'dismissed' && answer.kind !== asked.prompt.kind) {
        const detail = `a ${asked.prompt.kind} prompt cannot be answered with ${answer.kind}`;
        throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'bad-input', detail });
      }
      settle(id, answer);
    },
    dismissAll: () => {
      for (const id of [...waiting.keys()]) settle(id, DISMISSED);
    },
  };
};
