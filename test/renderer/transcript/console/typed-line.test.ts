import { describe, expect, test } from 'vitest';
import { isSecret, verbOf, withoutSecret } from '../../../../src/renderer/transcript/console/typed-line.ts';

test.each([
  ['', ''],
  ['  ', ''],
  ['cw', 'CW'],
  [' Cwd  /a b', 'CWD'],
])('the verb of %j is %j', (line, verb) => expect(verbOf(line)).toBe(verb));

describe('secrets', () => {
  test.each(['PASS letmein', 'pass x', ' ACCT dept', 'PASS '])('%j holds one', (line) => {
    expect(isSecret(line)).toBe(true);
  });

  test.each(['PASS', 'PASV', 'USER ann', 'SITE PASS x', ''])('%j holds none', (line) => {
    expect(isSecret(line)).toBe(false);
    expect(withoutSecret(line)).toBe(line);
  });

  test('are typed again and never sent by mistake', () => {
    expect(withoutSecret('pass letmein')).toBe('PASS ');
    expect(withoutSecret('ACCT a b')).toBe('ACCT ');
  });
});
