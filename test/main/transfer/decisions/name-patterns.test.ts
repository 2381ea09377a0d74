import { describe, expect, test } from 'vitest';
import { matchesNames } from '../../../../src/main/transfer/decisions/name-patterns.ts';

describe('a name', () => {
  test.each([
    ['*', 'anything'],
    ['*.html', 'index.html'],
    ['*.HTML', 'Index.Html'],
    ['index.*', 'index.html'],
    ['?.txt', 'a.txt'],
    ['?.txt', '日.txt'],
    ['?', '𠮷'],
    ['a*b*c', 'a-b-b-c'],
    ['*a', 'aaa'],
    ['**', 'x'],
    ['*.css; *.js', 'page.js'],
    [' *.css ;*.js ', 'page.css'],
    ['résumé*', 're\u0301sume\u0301.pdf'],
    ['[a].txt', '[a].txt'],
    ['*', ''],
  ])('%s fits %s', (pattern, name) => {
    expect(matchesNames(pattern, name)).toBe(true);
  });

  test.each([
    ['*.html', 'index.htm'],
    ['*.html', 'html'],
    ['?.txt', 'ab.txt'],
    ['?.txt', '.txt'],
    ['a*b', 'a-b-c'],
    ['', 'a'],
    [';', 'a'],
    ['index', 'index.html'],
    ['[ab].txt', 'a.txt'],
    ['a.c', 'abc'],
  ])('%s does not fit %s', (pattern, name) => {
    expect(matchesNames(pattern, name)).toBe(false);
  });

  test('is compared in a time that its length bounds', () => {
    const started = performance.now();
    expect(matchesNames('*a*a*a*a*a*a*a*a*b', 'a'.repeat(5_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
