import { afterEach, describe, expect, test } from 'vitest';
import { changeModes } from '../../../src/main/session/change-modes.ts';
import { createSession, type Session } from '../../../src/main/session/session.ts';
import { fakeServices, SETTINGS } from './fake-services.ts';
import { type Behaviour, fakeConnect, fakeUserFtp, refusal } from './fake-user-ftp.ts';

let open: Session | null = null;
afterEach(() => open?.close());

const sessionWith = (behaviour: Behaviour) => {
  const { connect, made } = fakeConnect(() => fakeUserFtp(behaviour));
  const wish = { sessionId: 's1', title: '', settings: SETTINGS, password: '', siteId: null };
  open = createSession(fakeServices(connect), wish);
  return { session: open, made };
};

describe('changing permissions', () => {
  test('goes on after a failure and tells of it', async () => {
    const { session, made } = sessionWith({
      changeMode: async (path) => {
        if (path === '/b') throw refusal('SITE', 550);
      },
    });
    const outcome = await changeModes(session, ['/a', '/b', '/c'], 0o644);
    expect(outcome).toMatchObject({ done: 2, failures: [{ path: '/b', fault: { code: 550 } }] });
    expect(made[0]?.asked).toEqual(['changeMode /a 644', 'changeMode /b 644', 'changeMode /c 644']);
    expect(session.view().can.changeMode).toBe(true);
  });

  test.each([500, 502, 504])('is known to be impossible after a %d', async (code) => {
    const { session } = sessionWith({ changeMode: () => Promise.reject(refusal('SITE', code)) });
    await changeModes(session, ['/a'], 0o600);
    expect(session.view().can.changeMode).toBe(false);
  });
});
