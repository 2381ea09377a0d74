import { describe, expect, test } from 'vitest';
import { command, commandOfLine } from '../../../../src/main/ftp/protocol/command.ts';
import { utf8Codec } from '../../../../src/main/ftp/protocol/pathname-codec.ts';

const utf8 = utf8Codec;
const wire = (verb: string, argument: string | null) =>
  Buffer.from(command(verb, argument, utf8).line).toString('latin1');

describe('command', () => {
  test('verb and argument on one line', () => {
    expect(wire('NOOP', null)).toBe('NOOP');
    expect(wire('CWD', '/a b')).toBe('CWD /a b');
    expect(wire('CWD', '')).toBe('CWD ');
  });

  test('names go out byte for byte', () => {
    expect(wire('RETR', 'ä')).toBe('RETR \xc3\xa4');
    expect(wire('RETR', '\udcff')).toBe('RETR \xff');
  });

  test.each(['a\r', 'a\nDELE b', 'a\r\nDELE b', '\0', 'x\udc8a\n'])('%j is refused', (argument) => {
    for (const verb of ['USER', 'PASS', 'RETR', 'MKD', 'SITE']) {
      expect(() => command(verb, argument, utf8)).toThrow('unsafe-argument');
    }
  });

  test('secrets are masked in what is shown and not in what is sent', () => {
    const pass = command('PASS', 'sesame', utf8);
    expect(pass.shown).toBe('PASS ****');
    expect(Buffer.from(pass.line).toString()).toBe('PASS sesame');
    expect(command('ACCT', 'sesame', utf8).shown).toBe('ACCT ****');
    expect(command('USER', 'me', utf8).shown).toBe('USER me');
  });

  test('a refused secret is not in the fault', () => {
    expect(() => command('PASS', 'sesame\r\n', utf8)).toThrow(expect.not.stringContaining('sesame'));
  });
});

describe('a typed line', () => {
  test('verb in upper case, argument as typed', () => {
    expect(commandOfLine(' site chmod 644 A', utf8)).toMatchObject({ verb: 'SITE', shown: 'SITE chmod 644 A' });
    expect(commandOfLine('pwd', utf8)).toMatchObject({ verb: 'PWD', shown: 'PWD' });
    expect(commandOfLine('pass secret', utf8).shown).toBe('PASS ****');
  });

  test('a second line is refused', () => {
    expect(() => commandOfLine('NOOP\r\nDELE x', utf8)).toThrow('unsafe-argument');
  });
});
