import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Answers, DetailedAnswer } from './script.ts';

/** Hands out what a script holds for a command, each answer of a list once, and remembers how far it came. */
export class Turns<T> {
  readonly #script: Readonly<Record<string, T | readonly (T | null)[]>>;
  readonly #used = new Map<string, number>();

  constructor(script: Readonly<Record<string, T | readonly (T | null)[]>>) {
    this.#script = script;
  }

  /** Of the whole line where the script has that, otherwise of the verb; null: nothing out of the normal. */
  next(verb: string, line: string): T | null {
    const key = line in this.#script ? line : verb;
    const scripted = this.#script[key];
    if (scripted === undefined) return null;
    if (!isList(scripted)) return scripted;
    const turn = this.#used.get(key) ?? 0;
    this.#used.set(key, turn + 1);
    return scripted[turn] ?? null;
  }
}

const isList = <T>(scripted: T | readonly (T | null)[]): scripted is readonly (T | null)[] => Array.isArray(scripted);

/** The answers of a script by verb or line, in their long form. */
export const answerTurns = (script: Readonly<Record<string, Answers>>): Turns<Answer> => new Turns<Answer>(script);

export const detailed = (answer: Answer): DetailedAnswer =>
  typeof answer === 'string' || answer instanceof Uint8Array ? { say: answer } : answer;

/** Whether the command's action happens: a refusal and silence stand in place of it, other texts only replace the reply. */
export const acts = (answer: DetailedAnswer): boolean => {
  if (answer.act !== undefined) return answer.act;
  if (answer.endless) return false;
  if (answer.say === undefined) return true;
  const first = Buffer.from(answer.say.slice(0, 1)).toString('latin1');
  return first === '1' || first === '2' || first === '3';
};

/** Lets the time and the promise of an answer pass. */
export const waitFor = async (answer: {
  readonly delay?: number;
  readonly until?: Promise<unknown>;
}): Promise<void> => {
  if (answer.delay) await pause(answer.delay);
  if (answer.until) await answer.until;
};
