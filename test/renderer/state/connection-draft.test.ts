import { describe, expect, test } from 'vitest';
import { draftOf, isSameLogin, readHost, readPort, settingsOf } from '../../../src/renderer/state/connection-draft.ts';
import { EMPTY_DRAFT, type QuickConnectDraft } from '../../../src/renderer/state/quick-connect.ts';

const read = (host: string, rest: Partial<QuickConnectDraft> = {}) => {
  const result = readHost({ ...EMPTY_DRAFT, ...rest, host });
  return result.ok ? result.value : result.fault;
};

describe('what is typed as the host', () => {
  test.each(['ftp.example.org', ' ftp.example.org ', '192.0.2.1', '2001:db8::1', 'localhost'])(
    '%s is a host',
    (host) => {
      expect(read(host)).toEqual({ draft: { ...EMPTY_DRAFT, host: host.trim() }, password: null });
    },
  );

  test('a URL fills the other fields, and its password goes nowhere else', () => {
    expect(read('ftpes://me:se%20cret@ftp.example.org:2121//srv/data')).toEqual({
      draft: { host: 'ftp.example.org', user: 'me', port: '2121', security: 'explicit', remotePath: '/srv/data' },
      password: 'se cret',
    });
  });

  test('a URL without a port takes away the port that stood there', () => {
    expect(read('ftp://ftp.example.org', { port: '2121' })).toMatchObject({ draft: { port: '' } });
    expect(read('ftps://ftp.example.org', { port: '2121' })).toMatchObject({
      draft: { port: '', security: 'implicit' },
    });
  });

  test('user@host:port is understood without a scheme, and leaves the rest as it was', () => {
    expect(read('me@ftp.example.org:2121', { security: 'explicit' })).toMatchObject({
      draft: { host: 'ftp.example.org', user: 'me', port: '2121', security: 'explicit' },
    });
    expect(read('me@ftp.example.org', { port: '2121' })).toMatchObject({ draft: { port: '2121' } });
  });

  test('what is no address ends in a fault, not in a connection to something else', () => {
    expect(read('http://example.org/')).toMatchObject({ kind: 'refused-here' });
    expect(read('me@')).toMatchObject({ kind: 'refused-here' });
    expect(read('ftp://host/%0d%0aDELE%20x')).toMatchObject({ kind: 'refused-here', reason: 'unsafe-argument' });
  });
});

describe('ports', () => {
  test.each([
    ['', 'try', 21],
    ['', 'implicit', 990],
    [' 2121 ', 'try', 2121],
    ['65535', 'try', 65_535],
    ['65536', 'try', null],
    ['0', 'try', null],
    ['21a', 'try', null],
    ['-1', 'try', null],
    ['1e3', 'try', null],
  ] as const)('%j with security %s is %j', (text, security, port) => expect(readPort(text, security)).toBe(port));
});

describe('settings', () => {
  test('nobody in particular is anonymous', () => {
    expect(settingsOf({ ...EMPTY_DRAFT, host: 'h' })).toMatchObject({ host: 'h', port: 21, user: 'anonymous' });
  });

  test('without a host or with a wrong port there are none', () => {
    expect(settingsOf(EMPTY_DRAFT)).toBeNull();
    expect(settingsOf({ ...EMPTY_DRAFT, host: 'h', port: 'x' })).toBeNull();
  });

  test('settings become a draft and the same settings again', () => {
    const draft = { host: 'h', user: 'me', port: '2121', security: 'implicit', remotePath: '/a' } as const;
    const settings = settingsOf(draft);
    expect(settings && draftOf(settings)).toEqual(draft);
    const plain = settingsOf({ ...EMPTY_DRAFT, host: 'h' });
    expect(plain && draftOf(plain)).toEqual({ ...EMPTY_DRAFT, host: 'h' });
  });

  test('lead to the same login whatever the way there', () => {
    const settings = settingsOf({ ...EMPTY_DRAFT, host: 'Host.example', user: 'me' });
    if (!settings) throw new Error('no settings');
    expect(isSameLogin(settings, { ...settings, host: 'host.example', security: 'none', remotePath: '/a' })).toBe(true);
    expect(isSameLogin(settings, { ...settings, user: 'Me' })).toBe(false);
    expect(isSameLogin(settings, { ...settings, port: 2121 })).toBe(false);
  });
});
