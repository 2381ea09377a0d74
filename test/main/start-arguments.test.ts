import { expect, test } from 'vitest';
import { startArguments } from '../../src/main/start-arguments.ts';

const NOTHING = { commandLine: null, url: null, practiceUrl: null };

test.each([
  [['longshore'], NOTHING],
  [['longshore', '--enable-features=x', 'ftp://a/b'], { ...NOTHING, url: 'ftp://a/b' }],
  [['longshore', 'FTPES://a'], { ...NOTHING, url: 'FTPES://a' }],
  [['longshore', 'ftpd://a', 'http://a', 'ftp'], NOTHING],
  [['electron', '.', '--practice-connect=ftp://u:p@h'], { ...NOTHING, practiceUrl: 'ftp://u:p@h' }],
  [['longshore', 'ftp://a --practice-connect=ftp://b'], { ...NOTHING, url: 'ftp://a --practice-connect=ftp://b' }],
])('%j', (argv, expected) => {
  expect(startArguments(argv)).toEqual(expected);
});

test('everything behind --cli is the command line’s', () => {
  expect(startArguments(['longshore', '--cli', 'ls', '--json', 'x']).commandLine).toEqual(['ls', '--json', 'x']);
});
