import { describe, expect, test } from 'vitest';
import { connectionSettings } from '#shared/contract/fields.ts';
import { ASCII, DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import type { Site } from '#shared/model/site.ts';
import {
  firstWrongPage,
  nameOfDraft,
  type SiteDraft,
  settingsOfDraft,
  siteDraftOf,
  siteProblems,
} from '../../../../src/renderer/sites/editor/site-draft.ts';
import { UNUSUAL_SETTINGS as settings } from '../../../fixtures/unusual-settings.ts';

const site: Site = { siteId: '1', name: 'Work', settings, secrets: ['login'], lastConnectedMs: null };
const full = siteDraftOf({ kind: 'edit', site });
const empty = siteDraftOf({ kind: 'new', settings: null, sessionId: null });

/** A draft with some fields of one page changed. */
const withPart = <Page extends keyof SiteDraft>(
  draft: SiteDraft,
  page: Page,
  part: Partial<SiteDraft[Page]>,
): SiteDraft => ({
  ...draft,
  [page]: { ...draft[page], ...part },
});

describe('the draft of a site', () => {
  test('becomes the same site again, whatever it differs in', () => {
    expect(settingsOfDraft(full)).toEqual(settings);
    expect(nameOfDraft(full)).toBe('Work');
    // What the test tells apart is all there is.
    const usual = Object.entries(DEFAULT_CONNECTION);
    const alike = usual.filter(
      ([key, value]) => JSON.stringify(settings[key as keyof ConnectionSettings]) === JSON.stringify(value),
    );
    expect(alike).toEqual([]);
  });

  test.each([
    ['system', { kind: 'system' }],
    ['none', { kind: 'none' }],
    ['socks5', { kind: 'socks5', host: 'p', port: 1080, user: null }],
    ['http', { kind: 'http', host: 'p', port: 3128, user: 'u' }],
  ] as const)('keeps a proxy of kind %s', (_, proxy) => {
    const drafted = siteDraftOf({ kind: 'edit', site: { ...site, settings: { ...settings, proxy } } });
    expect(settingsOfDraft(drafted).proxy).toEqual(proxy);
  });

  test('of a new one lacks a host, and is otherwise what suits nearly every server', () => {
    const wrong = Object.entries(siteProblems(empty)).filter(([, fields]) => fields.length > 0);
    expect(wrong).toEqual([['general', ['host']]]);
    const named = withPart(empty, 'general', { host: 'ftp.example.org' });
    const usual = { ...DEFAULT_CONNECTION, host: 'ftp.example.org', port: 21, user: 'anonymous' };
    expect(settingsOfDraft(named)).toEqual(usual);
  });

  test('without a name is called like its host', () => {
    expect(nameOfDraft(withPart(full, 'general', { name: '  ' }))).toBe('ftp.example.org');
  });

  test('of an open connection is called like its host', () => {
    expect(siteDraftOf({ kind: 'new', settings, sessionId: 's' }).general.name).toBe('ftp.example.org');
  });

  test('makes settings that main takes', () => {
    for (const draft of [full, withPart(empty, 'general', { host: 'h' })]) {
      expect(connectionSettings.safeParse(settingsOfDraft(draft)).error).toBeUndefined();
    }
  });
});

describe('a problem', () => {
  const { transfer } = { transfer: { ...DEFAULT_TRANSFER_CHOICE, type: ASCII, structure: 'P' } as const };
  test.each([
    ['general', { host: 'a b' }, 'host'],
    ['general', { host: 'me@host' }, 'host'],
    ['general', { port: '70000' }, 'port'],
    ['general', { remotePath: '/a\r\nDELE b' }, 'remotePath'],
    ['encryption', { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.2' }, 'versions'],
    ['encryption', { certificate: '', key: '/key.pem' }, 'certificate'],
    ['connection', { activePorts: '50100-50000' }, 'activePorts'],
    ['connection', { dataConnection: 'auto', activePorts: 'any' }, 'activePorts'],
    ['connection', { externalAddress: 'home.example.org' }, 'externalAddress'],
    ['connection', { externalAddress: '192.0.2.256' }, 'externalAddress'],
    ['proxy', { kind: 'socks5', host: '' }, 'host'],
    ['proxy', { kind: 'http', host: 'http://proxy' }, 'host'],
    ['proxy', { port: '0' }, 'port'],
    ['login', { language: 'Deutsch!' }, 'language'],
    ['login', { commands: 'NOOP\n'.repeat(51) }, 'commands'],
    ['login', { commands: 'SITE \0' }, 'commands'],
    ['login', { commands: 'NOOP\nTYPE A' }, 'commands'],
    ['listing', { zone: 'MEZ' }, 'zone'],
    ['transfers', { transfer }, 'transfer'],
    ['transfers', { down: 'fast' }, 'down'],
    ['transfers', { up: '3 B/s' }, 'up'],
    ['profile', { typed: { zoneMinutes: '+25', mostConnections: '' } }, 'zoneMinutes'],
    ['profile', { typed: { zoneMinutes: '', mostConnections: '0' } }, 'mostConnections'],
  ] as const)('on the page %s: %j is one of the %s', (page, part, field) => {
    const problems = siteProblems({ ...full, [page]: { ...full[page], ...part } });
    expect(problems[page]).toEqual([field]);
    expect(firstWrongPage(problems, 'general')).toBe(page);
  });

  test('is none where nothing is entered, or where it is never used', () => {
    for (const [page, part] of [
      ['connection', { activePorts: '  ', externalAddress: '' }],
      ['connection', { dataConnection: 'passive', activePorts: 'any', externalAddress: 'home' }],
      ['proxy', { kind: 'none', host: '', port: 'x' }],
      ['login', { commands: '\n\nNOOP\n\n', language: ' ' }],
      ['listing', { zone: ' ' }],
      ['profile', { typed: { zoneMinutes: '', mostConnections: ' ' } }],
    ] as const) {
      expect(firstWrongPage(siteProblems({ ...full, [page]: { ...full[page], ...part } }), 'general')).toBeNull();
    }
  });

  test('on the page in sight comes before one on another', () => {
    const two = withPart(withPart(full, 'general', { host: '' }), 'listing', { zone: 'x' });
    expect(firstWrongPage(siteProblems(two), 'listing')).toBe('listing');
    expect(firstWrongPage(siteProblems(two), 'proxy')).toBe('general');
  });
});

test('what a choice never uses is left out', () => {
  const passive = withPart(full, 'connection', {
    dataConnection: 'passive',
    activePorts: 'any',
    externalAddress: 'home',
  });
  expect(settingsOfDraft(passive)).toMatchObject({ activePorts: null, externalAddress: null });
});
