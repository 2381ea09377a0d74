import { describe, expect, test } from 'vitest';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import type { Site } from '#shared/model/site.ts';
import { passwordChangeOf, siteDraftOf, siteOf, siteProblems } from '../../../src/renderer/sites/site-draft.ts';

const site: Site = {
  siteId: '1',
  name: 'Work',
  settings: {
    ...DEFAULT_CONNECTION,
    host: 'ftp.example.org',
    port: 2121,
    user: 'me',
    account: 'dept',
    security: 'explicit',
    dataConnection: 'active',
    encoding: 'shift_jis',
    remotePath: '/a',
    localPath: '/home/me',
  },
  hasPassword: true,
  lastConnectedMs: null,
};

describe('the draft of a site', () => {
  test('becomes the same site again', () => {
    expect(siteOf(siteDraftOf({ kind: 'edit', site }))).toEqual({ name: 'Work', settings: site.settings });
  });

  test('of a new one is empty and lacks a host', () => {
    const draft = siteDraftOf({ kind: 'new', settings: null, sessionId: null });
    expect(siteOf(draft)).toBeNull();
    expect(siteProblems(draft)).toEqual({ host: true, port: false, remotePath: false });
  });

  test('without a name is called like its host', () => {
    const draft = { ...siteDraftOf({ kind: 'edit', site }), name: '  ' };
    expect(siteOf(draft)?.name).toBe('ftp.example.org');
  });

  test('of an open connection is called like its host', () => {
    expect(siteDraftOf({ kind: 'new', settings: site.settings, sessionId: 's' }).name).toBe('ftp.example.org');
  });

  test.each([
    [{ host: 'a b' }, 'host'],
    [{ host: 'me@host' }, 'host'],
    [{ port: '70000' }, 'port'],
    [{ remotePath: '/a\r\nDELE b' }, 'remotePath'],
  ] as const)('%j is a problem of the %s', (part, field) => {
    const draft = { ...siteDraftOf({ kind: 'edit', site }), ...part };
    expect(siteProblems(draft)[field]).toBe(true);
    expect(siteOf(draft)).toBeNull();
  });
});

describe('the password of a site', () => {
  const wish = { typed: '', keep: true, hasPassword: false, sessionId: null };
  test.each([
    ['typed and to be kept', { ...wish, typed: 'x' }, { kind: 'keep', password: 'x' }],
    ['typed but not to be kept', { ...wish, typed: 'x', keep: false }, { kind: 'leave' }],
    ['the connection has one', { ...wish, sessionId: 's' }, { kind: 'keep-from-session', sessionId: 's' }],
    ['typed beside the connection’s', { ...wish, typed: 'x', sessionId: 's' }, { kind: 'keep', password: 'x' }],
    ['kept already', { ...wish, hasPassword: true }, { kind: 'leave' }],
    ['kept until now', { ...wish, hasPassword: true, keep: false }, { kind: 'forget' }],
  ])('%s', (_, given, expected) => expect(passwordChangeOf(given)).toEqual(expected));
});
