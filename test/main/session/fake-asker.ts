import type { PromptAnswer } from '#shared/model/prompt.ts';
import type { Asker, Question } from '../../../src/main/prompts/asker.ts';

/** A person who answers as told, the last answer again and again; without any, every question is dismissed. */
export const fakeAsker = (...answers: readonly PromptAnswer[]): Asker & { readonly asked: readonly Question[] } => {
  const asked: Question[] = [];
  return {
    asked,
    ask: async (question) => {
      asked.push(question);
      return answers[Math.min(asked.length, answers.length) - 1] ?? { kind: 'dismissed' };
    },
  };
};

export const passwordAnswer = (password: string, keep = false): PromptAnswer => ({ kind: 'password', password, keep });
