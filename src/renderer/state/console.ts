import { createStore } from 'zustand/vanilla';
import type { KnownCommand } from '#shared/ftp/typed-command.ts';

export interface ConsoleState {
  /** The commands that are known by name; empty until main has told. */
  readonly commands: readonly KnownCommand[];
  /** Lines that were sent, the newest last, without secrets. */
  readonly sent: readonly string[];
}

/** Lines that can be brought back. */
export const SENT_LINES = 200;

export const commandConsole = createStore<ConsoleState>()(() => ({ commands: [], sent: [] }));

export const receiveCommands = (commands: readonly KnownCommand[]): void => commandConsole.setState({ commands });

/** Keeps a line to be brought back; the same one twice in a row is kept once. */
export const rememberLine = (line: string): void =>
  commandConsole.setState(({ sent }) => (sent.at(-1) === line ? {} : { sent: [...sent, line].slice(-SENT_LINES) }));

/** Where one is among the lines that were sent. */
export interface LookingBack {
  /** How many lines back, from 1. */
  readonly back: number;
  /** What was being typed before. */
  readonly draft: string;
}

/**
 * The line before (`step` 1) or after (-1) the one that is shown.
 * @returns null where there is none
 */
export const lookBack = (
  sent: readonly string[],
  looking: LookingBack | null,
  line: string,
  step: 1 | -1,
): { readonly line: string; readonly looking: LookingBack | null } | null => {
  const draft = looking?.draft ?? line;
  const back = (looking?.back ?? 0) + step;
  if (back === 0) return { line: draft, looking: null };
  const found = back < 0 ? undefined : sent.at(-back);
  return found === undefined ? null : { line: found, looking: { back, draft } };
};
