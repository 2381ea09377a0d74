import { describe, expect, test } from 'vitest';
import { ASCII, DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import type { Site } from '#shared/model/site.ts';
import { siteDraftOf, siteOf, siteProblems } from '../../../src/renderer/sites/site-draft.ts';

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
    activePorts: [50_000, 50_100],
    externalAddress: '192.0.2.7',
    pipelining: false,
    allocate: true,
    transfer: {
      type: { type: 'E', format: 'C' },
      structure: 'R',
      mode: 'B',
      codePage: '273',
      recordForm: 'prefixed',
    },
    remotePath: '/a',
    localPath: '/home/me',
  },
  secrets: ['login'],
  lastConnectedMs: null,
};

describe('the draft of a site', () => {
  test('becomes the same site again', () => {
    expect(siteOf(siteDraftOf({ kind: 'edit', site }))).toEqual({ name: 'Work', settings: site.settings });
  });

  test('of a new one lacks a host, and is otherwise what suits nearly every server', () => {
    const draft = siteDraftOf({ kind: 'new', settings: null, sessionId: null });
    expect(siteOf(draft)).toBeNull();
    const wrong = Object.entries(siteProblems(draft)).filter(([, problem]) => problem);
    expect(wrong.map(([field]) => field)).toEqual(['host']);
    const settings = { ...DEFAULT_CONNECTION, host: 'ftp.example.org', port: 21, user: 'anonymous' };
    expect(siteOf({ ...draft, host: 'ftp.example.org' })?.settings).toEqual(settings);
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
    [{ activePorts: '50100-50000' }, 'activePorts'],
    [{ dataConnection: 'auto', activePorts: 'any' }, 'activePorts'],
    [{ externalAddress: 'home.example.org' }, 'externalAddress'],
    [{ externalAddress: '192.0.2.256' }, 'externalAddress'],
    [{ transfer: { ...DEFAULT_TRANSFER_CHOICE, type: ASCII, structure: 'P' } }, 'transfer'],
  ] as const)('%j is a problem of the %s', (part, field) => {
    const draft = { ...siteDraftOf({ kind: 'edit', site }), ...part };
    expect(siteProblems(draft)[field]).toBe(true);
    expect(siteOf(draft)).toBeNull();
  });

  test.each(['passive', 'default-port'] as const)('leaves out wrong ports that %s never uses', (dataConnection) => {
    const draft = siteDraftOf({ kind: 'edit', site });
    const left = siteOf({ ...draft, dataConnection, activePorts: 'any', externalAddress: 'home' });
    expect(left?.settings).toMatchObject({ dataConnection, activePorts: null, externalAddress: null });
  });

  test.each(['', '  '])('with %j for ports and address leaves both to the system', (text) => {
    const draft = { ...siteDraftOf({ kind: 'edit', site }), activePorts: text, externalAddress: text };
    expect(siteOf(draft)?.settings).toMatchObject({ activePorts: null, externalAddress: null });
  });
});
