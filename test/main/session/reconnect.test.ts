import { expect, test } from 'vitest';
import { createStandingConnection, type Standing } from '../../../src/main/session/reconnect.ts';
import { type FakeUserFtp, fakeUserFtp, lostConnection } from './fake-user-ftp.ts';

const standingWith = (connect: (count: number, signal: AbortSignal) => Promise<FakeUserFtp>) => {
  const changes: Standing['status'][] = [];
  const signals: AbortSignal[] = [];
  const standing = createStandingConnection(
    (signal) => {
      signals.push(signal);
      return connect(signals.length, signal);
    },
    ({ status }) => changes.push(status),
  );
  return { standing, changes, signals };
};

test('all who ask while it is being made wait for the same attempt', async () => {
  const { standing, changes, signals } = standingWith(async () => fakeUserFtp());
  const [first, second] = await Promise.all([standing.get(null), standing.get(null)]);
  expect(first).toBe(second);
  expect(await standing.get(null)).toBe(first);
  expect(signals).toHaveLength(1);
  expect(changes).toEqual(['connecting', 'connected']);
});

test('a lost connection is told with its fault and made again when it is asked for', async () => {
  const made = [fakeUserFtp(), fakeUserFtp()];
  const { standing, changes } = standingWith(async (count) => made[count - 1] ?? fakeUserFtp());
  await standing.get(null);
  made[0]?.lose();
  await made[0]?.gone;
  await Promise.resolve();
  expect(standing.standing).toMatchObject({ status: 'lost', fault: { cause: 'reset' }, connection: null });
  expect(await standing.get(null)).toBe(made[1]);
  expect(changes).toEqual(['connecting', 'connected', 'lost', 'connecting', 'connected']);
});

test('an attempt that failed is told, and the next one starts afresh', async () => {
  const { standing, changes } = standingWith(async (count) => {
    if (count === 1) throw lostConnection();
    return fakeUserFtp();
  });
  await expect(standing.get(null)).rejects.toThrow('ECONNRESET');
  expect(standing.standing).toMatchObject({ status: 'lost', fault: { kind: 'control-connection' } });
  await standing.get(null);
  expect(changes).toEqual(['connecting', 'lost', 'connecting', 'connected']);
});

test('who loses patience leaves the attempt to the others', async () => {
  const connecting = Promise.withResolvers<FakeUserFtp>();
  const { standing, signals } = standingWith(() => connecting.promise);
  const patience = new AbortController();
  const impatient = standing.get(patience.signal);
  const patient = standing.get(null);
  patience.abort();
  await expect(impatient).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
  expect(signals[0]?.aborted).toBe(false);
  const userFtp = fakeUserFtp();
  connecting.resolve(userFtp);
  expect(await patient).toBe(userFtp);
});

test('closing breaks off an attempt, and nothing is made any more', async () => {
  const { standing, changes, signals } = standingWith(
    (_count, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(lostConnection()))),
  );
  const attempt = standing.get(null);
  await standing.close();
  await expect(attempt).rejects.toThrow('ECONNRESET');
  await expect(standing.get(null)).rejects.toMatchObject({ fault: { reason: 'not-connected' } });
  expect(signals).toHaveLength(1);
  expect(changes).toEqual(['connecting', 'closed']);
});

test('a connection that comes after closing is ended', async () => {
  const connecting = Promise.withResolvers<FakeUserFtp>();
  const { standing } = standingWith(() => connecting.promise);
  const attempt = standing.get(null);
  await standing.close();
  const late = fakeUserFtp();
  connecting.resolve(late);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
  expect(late.ended).toBe('destroyed');
});

test('closing says QUIT, once', async () => {
  const userFtp = fakeUserFtp();
  const { standing, changes } = standingWith(async () => userFtp);
  await standing.get(null);
  await standing.close();
  await standing.close();
  expect(userFtp.ended).toBe('quit');
  expect(changes).toEqual(['connecting', 'connected', 'closed']);
});
