import { describe, expect, test } from 'vitest';
import { displayName, isSafeName } from '#shared/ftp/pathname.ts';

describe('a name as it is shown', () => {
  test.each([
    ['a\u001b[2Jb', 'a\u241b[2Jb'],
    ['line\r\nend\0', 'line\u240d\u240aend\u2400'],
    // The control sequence introducer in one character, as terminals in UTF-8 take it too.
    ['a\u009b2Jb', 'a\ufffd2Jb'],
    ['del\u007f', 'del\ufffd'],
    ['gpj.\u202eexe', 'gpj.\ufffdexe'],
    ['\u2066a\u2069\u200e\u200f\u061c', '\ufffda\ufffd\ufffd\ufffd\ufffd'],
    ['two\u2028lines\u2029', 'two\ufffdlines\ufffd'],
    ['caf\udce9', 'caf\ufffd'],
  ])('%j does nothing to the screen', (name, shown) => {
    expect(displayName(name)).toBe(shown);
  });

  test.each(['日本語', 'umläut', '👍🏽', 'שלום', 'a b'])('%s is what it is', (name) => {
    expect(displayName(name)).toBe(name);
  });
});

test.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'x\0', '/'])('%j is never joined to a path', (name) => {
  expect(isSafeName(name)).toBe(false);
});

test.each(['...', '.a', 'a..b', 'CON', 'x\udcff'])('%j may be', (name) => {
  expect(isSafeName(name)).toBe(true);
});
