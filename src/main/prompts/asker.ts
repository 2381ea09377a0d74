import type { Prompt, PromptAnswer } from '#shared/model/prompt.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A question as its asker writes it; the desk gives it its number. */
export type Question = WithoutId<Prompt>;

/** Puts a question before the person and waits. Answers `dismissed` when it was closed or `signal` fired. */
export interface Asker {
  ask(question: Question, signal: AbortSignal | null): Promise<PromptAnswer>;
}
