import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFtpUrl } from '#shared/ftp-url.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { localUrl, remoteUrl } from '../../../src/renderer/state/place-url.ts';
import { settingsOf } from '../../fixtures/sessions.ts';

const SETTINGS = settingsOf();

describe('remoteUrl', () => {
  test('is relative to the login directory where it can be', () => {
    expect(remoteUrl(SETTINGS, '/home/ann/a b.txt', '/home/ann')).toBe('ftp://ann@ftp.example.org/a%20b.txt');
    expect(remoteUrl(SETTINGS, '/home/ann', '/home/ann')).toBe('ftp://ann@ftp.example.org/');
    expect(remoteUrl(SETTINGS, '/pub/x', '/')).toBe('ftp://ann@ftp.example.org/pub/x');
  });

  test('is absolute elsewhere, and where the login directory is not known', () => {
    expect(remoteUrl(SETTINGS, '/pub/x', '/home/ann')).toBe('ftp://ann@ftp.example.org//pub/x');
    expect(remoteUrl(SETTINGS, '/pub/x', null)).toBe('ftp://ann@ftp.example.org//pub/x');
    expect(remoteUrl(SETTINGS, '/home/anna', '/home/ann')).toBe('ftp://ann@ftp.example.org//home/anna');
  });

  test('says how to connect and leaves out what is usual', () => {
    const at = (settings: Partial<ConnectionSettings>) => remoteUrl({ ...SETTINGS, ...settings }, '/x', '/');
    expect(at({ security: 'explicit', port: 2121 })).toBe('ftpes://ann@ftp.example.org:2121/x');
    expect(at({ security: 'implicit', port: 990 })).toBe('ftps://ann@ftp.example.org/x');
    expect(at({ user: 'anonymous' })).toBe('ftp://ftp.example.org/x');
    expect(at({ user: 'ann@home', host: '::1' })).toBe('ftp://ann%40home@[::1]/x');
  });

  test('is read back as what it was written from, whatever bytes the name has', () => {
    // A name is decoded as a whole or kept by its bytes as a whole; two such bytes together might spell a letter.
    const decoded = fc.array(fc.constantFrom('a', 'ü', '港', '🚢', ' ', ';type=a', '%', '#', '?', '\u0001'));
    const byBytes = fc.array(fc.constantFrom('a\uDC80', 'b\uDCFF', '%', ' '));
    const name = fc.oneof(decoded, byBytes).map((parts) => parts.join('') || 'x');
    const path = fc.array(name).map((names) => `/${names.join('/')}`);
    fc.assert(
      fc.property(path, (text) => {
        const read = parseFtpUrl(remoteUrl(SETTINGS, text, '/home/ann'));
        expect(read).toMatchObject({ ok: true, value: { path: text, user: 'ann', password: null } });
      }),
    );
  });
});

test('localUrl', () => {
  expect(localUrl('/home/ann/a b#c', '/')).toBe('file:///home/ann/a%20b%23c');
  expect(localUrl('C:\\Users\\Ann', '\\')).toBe('file:///C:/Users/Ann');
  expect(localUrl('\\\\server\\share\\a', '\\')).toBe('file://server/share/a');
});
