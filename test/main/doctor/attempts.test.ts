import { expect, test } from 'vitest';
import { readAttempts } from '../../../src/main/doctor/attempts.ts';
import type { Passed } from '../../../src/main/doctor/recorder.ts';

/** `> EPSV` a command, `< 229 text` a reply. */
const dialogue = (...lines: readonly string[]): readonly Passed[] =>
  lines.map((line, atMs) => {
    if (line.startsWith('> ')) return { kind: 'command', line: line.slice(2), atMs };
    return { kind: 'reply', reply: { code: Number(line.slice(2, 5)), lines: [line.slice(6)] }, atMs };
  });

const LISTED = { listed: true, stood: true, words: '' };
const results = (passed: readonly Passed[], ending = LISTED): readonly string[] =>
  readAttempts(passed, ending).map(({ way, result }) => `${way} ${result}`);

test('the one that listed works, and those given up before it are blocked', () => {
  const passed = dialogue(
    '> EPSV',
    '< 229 (|||5|)',
    '> PASV',
    '< 227 (1,2,3,4,5,6)',
    '> MLSD',
    '< 150 here',
    '< 226 done',
  );
  expect(results(passed)).toEqual(['EPSV blocked', 'PASV works']);
});

test('a refusal is one, with the server’s words', () => {
  const passed = dialogue(
    '> EPSV',
    '< 500 what?',
    '> PASV',
    '< 227 (1,2,3,4,5,6)',
    '> LIST',
    '< 150 here',
    '< 226 done',
  );
  expect(readAttempts(passed, LISTED)[0]).toMatchObject({ way: 'EPSV', result: 'refused', words: '500 what?' });
});

test('a listing command that is refused says nothing against the passive way it came by', () => {
  const passed = dialogue(
    '> EPSV',
    '< 229 (|||5|)',
    '> MLSD',
    '< 502 no',
    '> EPSV',
    '< 229 (|||6|)',
    '> LIST',
    '< 150 here',
  );
  expect(results(passed)).toEqual(['EPSV works', 'EPSV works']);
});

test('and nothing at all about an active one, as the server has not called yet', () => {
  const passed = dialogue('> EPRT |1|1.2.3.4|5|', '< 200 ok', '> LIST', '< 502 no');
  expect(results(passed, { listed: false, stood: true, words: '502 no' })).toEqual([]);
});

test('425 to the command that lists: nobody got through', () => {
  const passed = dialogue('> PORT 1,2,3,4,5,6', '< 200 ok', '> LIST', '< 425 cannot');
  expect(results(passed, { listed: false, stood: false, words: '425 cannot' })).toEqual(['PORT blocked']);
});

test('a connection that stood and was ended', () => {
  const passed = dialogue('> EPSV', '< 229 (|||5|)', '> LIST', '< 150 here', '< 522 resume');
  expect(results(passed, { listed: false, stood: true, words: '522 resume' })).toEqual(['EPSV broken-off']);
});
