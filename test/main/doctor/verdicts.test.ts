import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { bareEntry, type FileEntry } from '#shared/ftp/file-entry.ts';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import type { Way } from '../../../src/main/doctor/attempts.ts';
import { judgeCertificate } from '../../../src/main/doctor/checks/certificate.ts';
import { judgeData, type WayFinding } from '../../../src/main/doctor/checks/data.ts';
import { judgeNames } from '../../../src/main/doctor/checks/encoding.ts';
import { judgeNoLogin } from '../../../src/main/doctor/checks/login.ts';
import { judgeTries } from '../../../src/main/doctor/checks/reach.ts';
import { judgeTimes } from '../../../src/main/doctor/checks/times.ts';
import { judgeVersions } from '../../../src/main/doctor/checks/versions.ts';
import { finding } from '../../../src/main/doctor/finding.ts';
import { mayKnock } from '../../../src/main/doctor/may-knock.ts';

const SETTINGS = { ...DEFAULT_CONNECTION, host: 'example.org', port: 21, user: 'ada' };

describe('the way to a data connection', () => {
  const ways = (works: readonly Way[]): Map<Way, WayFinding> => {
    const found = new Map<Way, WayFinding>();
    for (const [way, check] of [
      ['EPSV', 'epsv'],
      ['PASV', 'pasv'],
      ['EPRT', 'eprt'],
      ['PORT', 'port'],
    ] as const) {
      found.set(way, finding(check, works.includes(way) ? 'works' : 'blocked'));
    }
    return found;
  };

  test.each([
    [['EPSV', 'PASV', 'EPRT', 'PORT'], 'works', 'EPSV', null],
    [['PASV', 'EPRT', 'PORT'], 'pasvOnly', 'PASV', { overrides: { epsvFails: true } }],
    [['EPRT', 'PORT'], 'activeOnly', 'EPRT', { dataConnection: 'active' }],
    [['PORT'], 'activeOnly', 'PORT', { dataConnection: 'active', overrides: { eprtFails: true } }],
    [[], 'none', null, null],
  ] as const)('%j: %s', (works, verdict, way, fix) => {
    const choice = judgeData(ways(works), SETTINGS);
    expect(choice.way).toBe(way);
    expect(choice.judged).toMatchObject({ verdict, fix });
  });

  test('a site that has the fix already needs none', () => {
    const mended = { ...SETTINGS, overrides: { epsvFails: true } };
    expect(judgeData(ways(['PASV']), mended).judged).toMatchObject({ verdict: 'works', fix: null });
  });

  test('a site set to active that works so is left alone', () => {
    const active = { ...SETTINGS, dataConnection: 'active' } as const;
    expect(judgeData(ways(['EPSV', 'EPRT']), active)).toMatchObject({ way: 'EPRT', judged: { verdict: 'works' } });
  });
});

describe('an address that a server names in place of its own', () => {
  test.each([
    ['203.0.113.7', '198.51.100.4', true],
    ['192.168.1.5', '192.168.1.4', true],
    ['127.0.0.2', '127.0.0.1', true],
    ['192.168.1.5', '198.51.100.4', false],
    ['10.0.0.1', '198.51.100.4', false],
    ['172.16.0.1', '198.51.100.4', false],
    ['100.64.0.1', '198.51.100.4', false],
    ['169.254.169.254', '198.51.100.4', false],
    ['127.0.0.1', '198.51.100.4', false],
    ['0.0.0.0', '0.0.0.0', false],
    ['224.0.0.1', '224.0.0.2', false],
    ['198.51.100.4', '2001:db8::1', false],
  ])('%s by %s: tried is %s', (announced, server, tried) => {
    expect(mayKnock(announced, server)).toBe(tried);
  });
});

describe('the addresses of a host', () => {
  const tried = (address: string, cause: Parameters<typeof judgeTries>[0][number]['cause']) => ({
    address,
    cause,
    words: cause ?? 'connected',
    milliseconds: 3,
  });
  test.each([
    [[tried('192.0.2.1', null)], 'reached'],
    [[tried('192.0.2.1', null), tried('2001:db8::1', 'timeout')], 'someSilent'],
    [[tried('192.0.2.1', 'timeout'), tried('192.0.2.2', 'refused')], 'refused'],
    [[tried('192.0.2.1', 'timeout')], 'silent'],
    [[tried('192.0.2.1', 'unreachable')], 'unreachable'],
  ] as const)('%j', (tries, verdict) => {
    expect(judgeTries(tries, 'example.org', 21).verdict).toBe(verdict);
  });
});

describe('versions of TLS', () => {
  const allowed = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as const;
  test.each([
    [['TLSv1.3', 'TLSv1.2'], allowed, 'modern', null],
    [['TLSv1.2'], allowed, 'one', null],
    [['TLSv1.2'], { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' }, 'excluded', { tls: { minVersion: 'TLSv1.2' } }],
    [['TLSv1.3'], { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }, 'excluded', { tls: { maxVersion: 'TLSv1.3' } }],
    [['TLSv1.1', 'TLSv1'], allowed, 'old', { tls: { minVersion: 'TLSv1.1' } }],
    [['TLSv1'], { minVersion: 'TLSv1', maxVersion: 'TLSv1.3' }, 'old', null],
    [[], allowed, 'none', null],
  ] as const)('%j, allowed %j: %s', (found, choice, verdict, fix) => {
    expect(judgeVersions(found, choice, [])).toMatchObject({ verdict, fix });
  });
});

describe('a certificate', () => {
  const question = (problems: Parameters<typeof judgeCertificate>[0]['problems']) => ({
    host: 'example.org',
    port: 21,
    problems,
    chain: [],
  });
  test.each([
    [['self-signed', 'wrong-host'], 'unknown', 'untrusted'],
    [['wrong-host', 'expired'], 'unknown', 'otherHost'],
    [['expired'], 'unknown', 'expired'],
    [['self-signed'], 'trusted', 'kept'],
    [['self-signed'], 'changed', 'changed'],
  ] as const)('%j, %s: %s', (problems, trust, verdict) => {
    expect(judgeCertificate(question(problems), trust).verdict).toBe(verdict);
  });
});

describe('a login that was not to be had', () => {
  const reply = (code: number, command = 'PASS') =>
    new FaultError({ kind: 'reply', stage: 'logging-in', command, code, text: 'no' });
  test.each([
    [reply(530), 'login', 'passwordRefused'],
    [reply(332), 'login', 'accountWanted'],
    [reply(421), 'login', 'busy'],
    [reply(500), 'login', 'fails'],
    [
      new FaultError({ kind: 'security', stage: 'logging-in', reason: 'protection-refused', detail: '536' }),
      'protection',
      'refused',
    ],
    [
      new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail: 'no' }),
      'login',
      'unencrypted',
    ],
  ] as const)('%s', (error, check, verdict) => {
    expect(judgeNoLogin(error, 'ada', [])).toMatchObject({ check, verdict });
  });
});

describe('times', () => {
  const NOW = Date.UTC(2026, 10, 26, 12);
  const at = (
    name: string,
    epochMs: number,
    zone: 'utc' | 'unknown',
    precision: 'minute' | 'day' = 'minute',
  ): FileEntry => ({
    ...bareEntry(name, 'file'),
    modified: { epochMs, zone, precision },
  });
  const HOUR = 3_600_000;

  test('LIST an hour ahead of MLSD: the zone of the server', () => {
    const known = [at('a', NOW - HOUR, 'utc'), at('b', NOW - 9 * HOUR, 'utc')];
    const listed = [at('a', NOW, 'unknown'), at('b', NOW - 8 * HOUR, 'unknown')];
    expect(judgeTimes(known, listed, NOW, true)).toMatchObject({
      verdict: 'zone',
      facts: { minutes: 60 },
      fix: { listing: { zoneMinutes: 60 } },
    });
    expect(judgeTimes(known, listed, NOW, false).fix).toBeNull();
  });

  test('files that do not agree, as over a change of the clocks, tell no zone', () => {
    const known = [at('a', NOW - HOUR, 'utc'), at('b', NOW - 9 * HOUR, 'utc')];
    const listed = [at('a', NOW, 'unknown'), at('b', NOW - 7 * HOUR, 'unknown')];
    expect(judgeTimes(known, listed, NOW, true).verdict).toBe('utc');
  });

  test('days alone tell no zone', () => {
    expect(judgeTimes([at('a', NOW, 'utc')], [at('a', 0, 'unknown', 'day')], NOW, true).verdict).toBe('utc');
  });

  test('a file of the future: somebody’s clock is wrong', () => {
    expect(judgeTimes([at('a', NOW + HOUR, 'utc')], [], NOW, true)).toMatchObject({
      verdict: 'ahead',
      facts: { minutes: 60 },
    });
  });

  test('nothing known', () => {
    expect(judgeTimes([], [at('a', NOW, 'unknown')], NOW, true).verdict).toBe('unknown');
  });
});

describe('names', () => {
  const nobody = async (): Promise<null> => null;
  test.each([
    [[], 'auto', 'noNames'],
    [['a.txt'], 'auto', 'plain'],
    [['ä.txt'], 'auto', 'utf8'],
    [['ä.txt'], 'cp437', 'isUtf8'],
    [['\uDCE4.txt'], 'latin1', 'chosen'],
    [['\uDCE4.txt'], 'auto', 'unknown'],
  ] as const)('%j read as %s: %s', async (names, chosen, verdict) => {
    expect((await judgeNames(names, chosen, nobody)).verdict).toBe(verdict);
  });
});
