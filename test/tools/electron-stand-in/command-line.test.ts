import { describe, expect, test } from 'vitest';
import { toAppAddress, toPageAddress } from '../../electron-stand-in/api/addresses.ts';
import { systemLanguages } from '../../electron-stand-in/api/languages.ts';
import { readCommandLine } from '../../electron-stand-in/command-line.ts';

describe('the command line', () => {
  test('is read as Playwright writes it', () => {
    const line = readCommandLine([
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '--user-data-dir=/d',
      '.',
    ]);
    expect(line).toMatchObject({ inspectPort: 0, debuggingPort: 0, userData: '/d', app: '.' });
    expect(line.visible).toEqual(['--user-data-dir=/d', '.']);
  });

  test('keeps the app’s own arguments apart from the app', () => {
    const line = readCommandLine(['app', '--practice-connect=ftp://h/', 'ftp://other/']);
    expect(line).toMatchObject({ app: 'app', inspectPort: null, debuggingPort: null, userData: null });
    expect(line.switches.get('practice-connect')).toBe('ftp://h/');
    expect(line.visible).toEqual(['app', '--practice-connect=ftp://h/', 'ftp://other/']);
  });

  test('takes an inspector without a port at its usual one, with a host too, and refuses nonsense', () => {
    expect(readCommandLine(['--inspect']).inspectPort).toBe(9229);
    expect(readCommandLine(['--inspect=127.0.0.1:5']).inspectPort).toBe(5);
    expect(() => readCommandLine(['--inspect=x'])).toThrow('not a port: x');
  });
});

describe('the languages of the system', () => {
  test.each([
    [{ LANGUAGE: 'de_AT:en', LANG: 'fr_FR.UTF-8' }, ['de-AT', 'en', 'fr-FR']],
    [{ LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' }, ['ja-JP']],
    [{ LANG: 'de_DE@euro' }, ['de-DE']],
    [{ LANG: 'C.UTF-8' }, ['en-US']],
    [{}, ['en-US']],
  ])('%o: %o', (environment, expected) => {
    expect(systemLanguages(environment)).toEqual(expected);
  });
});

describe('addresses of the app’s own schemes', () => {
  const isHandled = (scheme: string): boolean => scheme === 'app';

  test('go to the page and back', () => {
    expect(toPageAddress('app://longshore/index.html?a=b', isHandled)).toBe(
      'http://longshore.app.localhost/index.html?a=b',
    );
    expect(toAppAddress('http://longshore.app.localhost/index.html?a=b', isHandled)).toBe(
      'app://longshore/index.html?a=b',
    );
  });

  test('are left alone where the scheme is not handled', () => {
    expect(toPageAddress('file:///index.html', isHandled)).toBe('file:///index.html');
    expect(toAppAddress('http://longshore.other.localhost/', isHandled)).toBe('http://longshore.other.localhost/');
  });
});
