import { createStore } from 'zustand/vanilla';
import type { Prompt, PromptId } from '#shared/model/prompt.ts';

export interface PromptsState {
  /** Oldest first, as main has them. */
  readonly open: readonly Prompt[];
  /** Answered here; main has not taken them off its list yet. */
  readonly answered: ReadonlySet<PromptId>;
}

export const prompts = createStore<PromptsState>()(() => ({ open: [], answered: new Set() }));

/** All questions that are open. */
export const receivePrompts = (open: readonly Prompt[]): void =>
  prompts.setState(({ answered }) => ({
    open,
    answered: new Set(open.map((prompt) => prompt.id).filter((id) => answered.has(id))),
  }));

/** Takes a question off the screen at once, so that nobody answers it twice. */
export const markAnswered = (id: PromptId): void =>
  prompts.setState(({ answered }) => ({ answered: new Set(answered).add(id) }));

/** The answer did not reach main: the question is open again. */
export const markUnanswered = (id: PromptId): void =>
  prompts.setState(({ answered }) => ({ answered: new Set([...answered].filter((other) => other !== id)) }));

/** The one to put before the person now: the oldest that they have not answered. */
export const promptToShow = ({ open, answered }: PromptsState): Prompt | null =>
  open.find((prompt) => !answered.has(prompt.id)) ?? null;
