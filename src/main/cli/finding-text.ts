import { displayName } from '#shared/ftp/pathname.ts';
import { type Facts, type Finding, isTrouble, type Outcome } from '#shared/model/diagnosis.ts';
import { FINDING_WORDS } from '#shared/words/findings.ts';

const MARKS: Readonly<Record<Outcome, string>> = {
  ok: 'ok',
  note: 'note',
  problem: 'PROBLEM',
  failed: 'FAILED',
  skipped: 'skipped',
};

const WIDTH = 9;

/**
 * One finding as lines for people, with what shows it where it is trouble:
 *
 *     PROBLEM  Data connections: Only the older passive way works. …
 *              Change: Begin with PASV
 */
export const findingText = (found: Finding): string => {
  const lines = [`${MARKS[found.outcome].padEnd(WIDTH)}${FINDING_WORDS.checks[found.check]}: ${saidOf(found)}`];
  const change = changeOf(found);
  if (change !== null) lines.push(`Change: ${change}`);
  if (isTrouble(found)) lines.push(...found.evidence.map((line) => `  ${displayName(line)}`));
  return lines.join(`\n${' '.repeat(WIDTH)}`);
};

/** The sentence that tells what came of a check. */
export const saidOf = ({ check, verdict, facts }: Finding): string => {
  const said: Readonly<Record<string, string>> = FINDING_WORDS.said[check];
  return filled(said[verdict] ?? verdict, facts);
};

/** What the fix of a finding changes; null where it has none. */
export const changeOf = ({ check, verdict, facts, fix }: Finding): string | null => {
  if (fix === null) return null;
  const changes: Readonly<Record<string, Readonly<Record<string, string>>>> = FINDING_WORDS.change;
  return filled(changes[check]?.[verdict] ?? verdict, facts);
};

/** Facts come from outside: nothing in them may draw on the person's screen. */
const filled = (sentence: string, facts: Facts): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, fact: string) => displayName(String(facts[fact] ?? '')));
