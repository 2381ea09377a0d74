import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import { isVerbOpen, verbOf } from './typed-line.ts';

/** Where one is among the commands that what was typed may become. */
export interface Completing {
  readonly typed: string;
  readonly index: number;
}

/** The commands that a verb being typed may become, by their verbs; none before its first letter. */
export const candidates = (line: string, known: readonly KnownCommand[]): readonly KnownCommand[] => {
  const begun = verbOf(line);
  if (begun === '' || !isVerbOpen(line)) return [];
  return known.filter(({ verb }) => verb.startsWith(begun)).sort((a, b) => (a.verb < b.verb ? -1 : 1));
};

/**
 * What Tab makes of a line: the one command it may become, ready for its argument, or one after the other where there
 * are several. Null where there is nothing (more) to complete: then Tab goes on to the next control as everywhere.
 */
export const complete = (
  line: string,
  completing: Completing | null,
  known: readonly KnownCommand[],
): { readonly line: string; readonly completing: Completing | null } | null => {
  const typed = completing?.typed ?? line;
  const index = completing === null ? 0 : completing.index + 1;
  const possible = candidates(typed, known);
  const chosen = possible[index];
  if (chosen === undefined) return null;
  const finished = chosen.argument === '' ? chosen.verb : `${chosen.verb} `;
  if (possible.length === 1) return finished === line ? null : { line: finished, completing: null };
  return { line: chosen.verb, completing: { typed, index } };
};
