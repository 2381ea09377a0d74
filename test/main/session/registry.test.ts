import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { ConnectUserFtp } from '../../../src/main/session/connector.ts';
import { createSessionRegistry, type SessionRegistry } from '../../../src/main/session/registry.ts';
import { fakeServices, SETTINGS } from './fake-services.ts';
import { fakeConnect, fakeUserFtp, lostConnection } from './fake-user-ftp.ts';

let open: SessionRegistry | null = null;
afterEach(() => open?.closeAll());

const registryWith = (connect: ConnectUserFtp) => {
  const services = fakeServices(connect);
  const connected: SessionView[] = [];
  open = createSessionRegistry({
    ...services,
    siteName: (siteId) => (siteId === 'home' ? 'My server' : undefined),
    onConnected: (view) => connected.push(view),
  });
  return { registry: open, views: services.views, connected };
};

const wish = (sessionId: string, siteId: string | null = null) => ({
  sessionId,
  settings: SETTINGS,
  password: 'secret',
  siteId,
});

describe('opening', () => {
  test('answers the connected session, under its site’s name', async () => {
    const { registry, connected } = registryWith(fakeConnect(() => fakeUserFtp()).connect);
    expect(await registry.open(wish('s1'))).toMatchObject({ status: 'connected', title: 'ada@example.org' });
    expect(await registry.open(wish('s2', 'home'))).toMatchObject({ title: 'My server', siteId: 'home' });
    expect(registry.list().map(({ sessionId }) => sessionId)).toEqual(['s1', 's2']);
    expect(connected.map(({ sessionId }) => sessionId)).toEqual(['s1', 's2']);
  });

  test('tells two servers of one host apart by their ports', async () => {
    const { registry } = registryWith(fakeConnect(() => fakeUserFtp()).connect);
    const titleAt = async (part: Partial<ConnectionSettings>): Promise<string> =>
      (await registry.open({ ...wish('s'), settings: { ...SETTINGS, ...part } })).title;
    expect(await titleAt({ port: 2121 })).toBe('ada@example.org:2121');
    expect(await titleAt({ port: 990, security: 'implicit' })).toBe('ada@example.org');
    expect(await titleAt({ host: '2001:db8::1', port: 2121 })).toBe('ada@[2001:db8::1]:2121');
  });

  test('that fails leaves nothing behind', async () => {
    const { registry, views, connected } = registryWith(() => Promise.reject(lostConnection()));
    await expect(registry.open(wish('s1'))).rejects.toThrow('ECONNRESET');
    expect(registry.list()).toEqual([]);
    expect(views.map(({ status }) => status)).toEqual(['connecting', 'lost', 'closed']);
    expect(connected).toEqual([]);
  });

  test('can be given up while it is under way', async () => {
    const { connect, told } = fakeConnect(
      ({ signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(lostConnection()))),
    );
    const { registry } = registryWith(connect);
    const attempt = registry.open(wish('s1'));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    registry.close('s1');
    await expect(attempt).rejects.toThrow('ECONNRESET');
    expect(registry.list()).toEqual([]);
  });

  test('under a name in use takes its place', async () => {
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    const { registry } = registryWith(connect);
    await registry.open(wish('s1'));
    await registry.open(wish('s1'));
    expect(made.map(({ ended }) => ended)).toEqual(['quit', null]);
    expect(registry.list()).toHaveLength(1);
  });
});

describe('a session in the registry', () => {
  test('that was lost is connected again on demand', async () => {
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    const { registry, connected } = registryWith(connect);
    await registry.open(wish('s1'));
    made[0]?.lose();
    await vi.waitFor(() => expect(registry.list()).toMatchObject([{ status: 'lost' }]));
    expect(await registry.reconnect('s1')).toMatchObject({ status: 'connected' });
    expect(connected).toHaveLength(2);
  });

  test('that is not there is asked for in vain', async () => {
    const { registry } = registryWith(fakeConnect(() => fakeUserFtp()).connect);
    expect(() => registry.require('none')).toThrow('no such session');
    expect(registry.get('none')).toBeUndefined();
    await expect(registry.reconnect('none')).rejects.toMatchObject({ fault: { reason: 'not-connected' } });
  });

  test('is gone once closed, and the window is told', async () => {
    const { registry, views } = registryWith(fakeConnect(() => fakeUserFtp()).connect);
    await registry.open(wish('s1'));
    registry.close('s1');
    registry.close('s1');
    expect(registry.list()).toEqual([]);
    expect(views.at(-1)).toMatchObject({ sessionId: 's1', status: 'closed' });
  });
});

test('closing all waits for every farewell', async () => {
  const farewell = Promise.withResolvers<void>();
  const { connect } = fakeConnect(() => ({ ...fakeUserFtp(), quit: () => farewell.promise }));
  const { registry } = registryWith(connect);
  await registry.open(wish('s1'));
  registry.close('s1');
  const ended = vi.fn();
  const closing = registry.closeAll().then(ended);
  await Promise.resolve();
  expect(ended).not.toHaveBeenCalled();
  farewell.resolve();
  await closing;
  expect(ended).toHaveBeenCalledOnce();
});

describe('the password of a session', () => {
  test('serves the same login again, also that of an attempt that failed', async () => {
    const { registry } = registryWith(fakeConnect(() => fakeUserFtp()).connect);
    await registry.open(wish('s1'));
    expect(registry.passwordFor('s1', SETTINGS)).toBe('secret');
    const failing = registryWith(() => Promise.reject(new Error('no')));
    await failing.registry.open(wish('s2')).catch(() => {});
    expect(failing.registry.passwordFor('s2', { ...SETTINGS, dataConnection: 'active' })).toBe('secret');
  });

  test('serves no other host, no other user, nothing less protected, and nobody who was not there', async () => {
    const { registry } = registryWith(fakeConnect(() => fakeUserFtp()).connect);
    await registry.open({ ...wish('s1'), settings: { ...SETTINGS, security: 'explicit' } });
    const wanted = { ...SETTINGS, security: 'explicit' } as const;
    expect(registry.passwordFor('s1', wanted)).toBe('secret');
    expect(registry.passwordFor('s1', { ...wanted, host: 'evil.example' })).toBeNull();
    expect(registry.passwordFor('s1', { ...wanted, user: 'eve' })).toBeNull();
    expect(registry.passwordFor('s1', { ...wanted, security: 'none' })).toBeNull();
    expect(registry.passwordFor('s2', wanted)).toBeNull();
  });
});
