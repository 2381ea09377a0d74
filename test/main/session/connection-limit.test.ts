import { beforeEach, describe, expect, test } from 'vitest';
import { type Fault, FaultError } from '#shared/fault.ts';
import type { LearnedOverrides } from '#shared/model/learned-fact.ts';
import {
  createConnectionLimit,
  isConnectionLimit,
  LINGER_MS,
  TRY_AGAIN_AFTER_MS,
} from '../../../src/main/session/connection-limit.ts';
import { ServerConnections } from '../../../src/main/session/server-connections.ts';
import { createLearnedServers, type LearnedServers } from '../../../src/main/site/learned-servers.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { SETTINGS } from './fake-services.ts';
import { type FakeUserFtp, fakeUserFtp } from './fake-user-ftp.ts';

const { host, port } = SETTINGS;
const tooMany: Fault = {
  kind: 'control-connection',
  stage: 'greeting',
  cause: 'service-closing',
  host,
  port,
  detail: '421 Too many connections (2) from this IP',
};

let clock = 0;
let learnedServers: LearnedServers;
beforeEach(() => {
  clock = 1_000_000_000_000;
  learnedServers = createLearnedServers(openDatabase(':memory:'), () => clock);
});

const never = new AbortController().signal;

/** A session's limit; what stands is told before each attempt, the one for browsing among it. */
const limitWith = (overrides: LearnedOverrides = {}, connections = new ServerConnections()) => {
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(text);
  };
  const settings = { ...SETTINGS, overrides };
  const limit = createConnectionLimit({ settings, learnedServers, connections, note, now: () => clock });
  let own = { transfers: 0, browsing: false };
  connections.join(() => own);
  const has = (standing: number): void => {
    own = { transfers: Math.max(0, standing - 1), browsing: standing > 0 };
  };
  let tried = 0;
  const made: FakeUserFtp[] = [];
  return {
    notes,
    limit,
    made,
    has,
    tried: () => tried,
    connects: (standing: number) => {
      has(standing);
      return limit.within(never, async () => {
        tried += 1;
        const connection = fakeUserFtp();
        made.push(connection);
        return connection;
      });
    },
    isRefused: async (standing: number, fault: Fault = tooMany) => {
      has(standing);
      const refused = limit.within(never, async () => {
        tried += 1;
        throw new FaultError(fault);
      });
      await expect(refused).rejects.toBeInstanceOf(FaultError);
    },
  };
};
const learned = () => learnedServers.recall(host, port).map(({ fact, value }) => [fact, value]);

describe('a server that turns a further connection away', () => {
  test('is not tried beyond those that stand, by later sessions either, and the refusal is kept', async () => {
    const first = limitWith();
    await first.isRefused(2);
    expect(learnedServers.recall(host, port)).toMatchObject([
      { fact: 'mostConnections', value: 2, evidence: ['a further connection', tooMany.detail] },
    ]);
    expect(first.notes).toEqual(['learned about this server: it allows 2 at a time']);
    const later = limitWith();
    const refused = later.connects(2).catch((error: unknown) => error);
    expect(await refused).toMatchObject({ fault: { kind: 'control-connection', cause: 'service-closing' } });
    expect(later.tried()).toBe(0);
    await later.connects(1);
    expect(later.tried()).toBe(1);
  });

  test('is tried again after a day, and what was not so any more is forgotten', async () => {
    await limitWith().isRefused(1);
    clock += TRY_AGAIN_AFTER_MS;
    await limitWith().connects(1);
    expect(learned()).toEqual([]);
  });

  test('while nothing stands has other reasons', async () => {
    const { isRefused } = limitWith();
    await isRefused(0);
    expect(learned()).toEqual([]);
  });

  test('may still count one that has just ended', async () => {
    const { connects, made, isRefused } = limitWith();
    await connects(1);
    made[0]?.lose();
    await Promise.resolve();
    await isRefused(1);
    expect(learned()).toEqual([]);
    clock += LINGER_MS;
    await isRefused(1);
    expect(learned()).toEqual([['mostConnections', 1]]);
  });

  test('while others are being made has room for those, until they are refused too', async () => {
    const { limit, has } = limitWith();
    has(2);
    const attempts = [Promise.withResolvers<never>(), Promise.withResolvers<never>()];
    const outcomes = attempts.map(({ promise }) => limit.within(never, () => promise).catch(() => {}));
    attempts[0]?.reject(new FaultError(tooMany));
    await outcomes[0];
    expect(learned()).toEqual([['mostConnections', 3]]);
    attempts[1]?.reject(new FaultError(tooMany));
    await outcomes[1];
    expect(learned()).toEqual([['mostConnections', 2]]);
  });

  test('is not asked by another session of the program, whose connections it counts too', async () => {
    const connections = new ServerConnections();
    const first = limitWith({}, connections);
    const second = limitWith({}, connections);
    second.has(1);
    await first.isRefused(2);
    expect(learned()).toEqual([['mostConnections', 3]]);
    await expect(second.connects(1)).rejects.toBeInstanceOf(FaultError);
    expect(second.tried()).toBe(0);
    first.has(1);
    await second.connects(1);
  });

  test('leaves a place for browsing whose connection is lost', async () => {
    await limitWith().isRefused(2);
    const connections = new ServerConnections();
    const { connects, tried } = limitWith({}, connections);
    await connects(0);
    connections.join(() => ({ transfers: 1, browsing: false }));
    await expect(connects(0)).rejects.toBeInstanceOf(FaultError);
    expect(tried()).toBe(1);
  });

  test('is asked again once the person has forgotten what was learned', async () => {
    const { isRefused, connects, tried } = limitWith();
    await isRefused(2);
    await expect(connects(2)).rejects.toBeInstanceOf(FaultError);
    expect(tried()).toBe(1);
    learnedServers.forget(host, port);
    await connects(2);
    expect(tried()).toBe(2);
  });

  test.each<[string, Fault]>([
    ['that only closes', { ...tooMany, cause: 'closed' }],
    ['that cannot be reached', { ...tooMany, stage: 'connecting', cause: 'unreachable' }],
    ['with a full disk', { kind: 'reply', stage: 'transfer-command', command: 'STOR', code: 452, text: '' }],
  ])('%s is not one that counts', async (_, fault) => {
    await limitWith().isRefused(1, fault);
    expect(learned()).toEqual([]);
  });
});

describe('a site that says how many', () => {
  test('is believed without trying', async () => {
    const { connects, tried } = limitWith({ mostConnections: 1 });
    await expect(connects(1)).rejects.toBeInstanceOf(FaultError);
    expect(tried()).toBe(0);
  });

  test('is believed against what was learned, and nothing is learned', async () => {
    await limitWith().isRefused(1);
    const { connects, isRefused } = limitWith({ mostConnections: 10 });
    await connects(1);
    await isRefused(5);
    expect(learned()).toEqual([['mostConnections', 1]]);
  });
});

test('a limit of connections is told from other refusals', () => {
  const reply = (code: number, stage: Fault['stage']): Fault => ({
    kind: 'reply',
    stage,
    command: 'PASS',
    code,
    text: '',
  });
  expect(isConnectionLimit(reply(421, 'greeting'), false)).toBe(true);
  expect(isConnectionLimit(reply(530, 'logging-in'), false)).toBe(true);
  expect(isConnectionLimit(tooMany, false)).toBe(true);
  expect(isConnectionLimit({ ...tooMany, cause: 'reset' }, true)).toBe(true);
  expect(isConnectionLimit({ ...tooMany, cause: 'reset' }, false)).toBe(false);
  expect(isConnectionLimit(reply(530, 'transfer-command'), true)).toBe(false);
});
