import { describe, expect, test } from 'vitest';
import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import { type Completing, candidates, complete } from '../../../../src/renderer/transcript/console/completion.ts';

const command = (verb: string, argument = ''): KnownCommand => ({
  verb,
  name: verb,
  argument,
  typed: 'free',
  source: 'RFC 959 4.1',
});
const KNOWN = [
  command('RMD', '<pathname>'),
  command('PWD'),
  command('MKD', '<pathname>'),
  command('MDTM', '<pathname>'),
];

/** What stands in the field after each press of Tab, until Tab leaves it. */
const pressTab = (line: string): readonly string[] => {
  const seen: string[] = [];
  let now = line;
  let completing: Completing | null = null;
  for (let presses = 0; presses < 10; presses += 1) {
    const next = complete(now, completing, KNOWN);
    if (next === null) return seen;
    ({ line: now, completing } = next);
    seen.push(now);
  }
  throw new Error('Tab never leaves the field');
};

describe('the commands that a line may become', () => {
  test.each([
    ['m', ['MDTM', 'MKD']],
    [' MK', ['MKD']],
    ['', []],
    ['X', []],
    ['M ', []],
    ['MKD a', []],
  ])('%j: %j', (line, verbs) => expect(candidates(line, KNOWN).map(({ verb }) => verb)).toEqual(verbs));
});

describe('Tab', () => {
  test.each([
    ['the one command, ready for its argument', 'rm', ['RMD ']],
    ['the one command that takes none', 'pw', ['PWD']],
    ['one after the other, and then the next control', 'm', ['MDTM', 'MKD']],
    ['nothing before the first letter', '', []],
    ['nothing of an unknown command', 'XYZ', []],
    ['nothing of an argument', 'RMD a', []],
    ['nothing of what is complete', 'PWD', []],
  ])('brings %s', (_, line, seen) => expect(pressTab(line)).toEqual(seen));
});
