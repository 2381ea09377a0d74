import { answerPrompt, listPrompts } from '#shared/contract/prompts.ts';
import type { PromptAnswer, PromptId } from '#shared/model/prompt.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { markAnswered, markUnanswered, receivePrompts } from '../state/prompts.ts';

/** Reads the questions that are open; later ones come as events. */
export const loadPrompts = async (): Promise<void> => {
  const result = await call(listPrompts, {});
  if (!result.ok) return reportFault(result.fault, { retry: () => void loadPrompts() });
  receivePrompts(result.value);
};

/** Answers a question. It leaves the screen at once, and comes back where the answer did not arrive. */
export const answer = async (id: PromptId, given: PromptAnswer): Promise<void> => {
  markAnswered(id);
  const result = await call(answerPrompt, { id, answer: given });
  if (result.ok) return;
  markUnanswered(id);
  reportFault(result.fault);
};
