import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConnectionPool, IDLE_LIMIT, IDLE_MS } from '../../../src/main/session/connection-pool.ts';
import { type FakeUserFtp, fakeUserFtp } from './fake-user-ftp.ts';

const never = new AbortController().signal;

const poolWithServer = () => {
  const made: FakeUserFtp[] = [];
  const pool = createConnectionPool(async () => {
    const userFtp = fakeUserFtp();
    made.push(userFtp);
    return userFtp;
  });
  return { pool, made };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a lease', () => {
  test('is a connection of one’s own', async () => {
    const { pool } = poolWithServer();
    expect(await pool.lease(never)).not.toBe(await pool.lease(never));
  });

  test('takes the connection given back last', async () => {
    const { pool, made } = poolWithServer();
    const [first, second] = [await pool.lease(never), await pool.lease(never)];
    pool.giveBack(first);
    pool.giveBack(second);
    expect(await pool.lease(never)).toBe(second);
    expect(await pool.lease(never)).toBe(first);
    expect(made).toHaveLength(2);
  });

  test('does not take one that was lost while it was idle', async () => {
    const { pool, made } = poolWithServer();
    pool.giveBack(await pool.lease(never));
    made[0]?.lose();
    expect(await pool.lease(never)).toBe(made[1]);
  });

  test('ends with what connecting ends in', async () => {
    const pool = createConnectionPool(() => Promise.reject(new Error('full')));
    await expect(pool.lease(never)).rejects.toThrow('full');
  });
});

describe('an idle connection', () => {
  test('is closed after a while', async () => {
    const { pool, made } = poolWithServer();
    pool.giveBack(await pool.lease(never));
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(made[0]?.ended).toBeNull();
    vi.advanceTimersByTime(1);
    expect(made[0]?.ended).toBe('quit');
    expect(await pool.lease(never)).toBe(made[1]);
  });

  test('is closed at once where there are enough', async () => {
    const { pool, made } = poolWithServer();
    const leased = await Promise.all(Array.from({ length: IDLE_LIMIT + 1 }, () => pool.lease(never)));
    for (const connection of leased) pool.giveBack(connection);
    expect(made.filter(({ ended }) => ended === 'quit')).toHaveLength(1);
  });

  test('given back twice is lent once', async () => {
    const { pool } = poolWithServer();
    const connection = await pool.lease(never);
    pool.giveBack(connection);
    pool.giveBack(connection);
    await pool.lease(never);
    expect(await pool.lease(never)).not.toBe(connection);
  });
});

describe('closing', () => {
  test('says QUIT on idle connections, ends leased ones and lends no more', async () => {
    const { pool, made } = poolWithServer();
    const [idle] = [await pool.lease(never), await pool.lease(never)];
    pool.giveBack(idle);
    await pool.close();
    expect(made.map(({ ended }) => ended)).toEqual(['quit', 'destroyed']);
    await expect(pool.lease(never)).rejects.toMatchObject({ fault: { reason: 'not-connected' } });
  });

  test('ends a connection that comes too late', async () => {
    const late = fakeUserFtp();
    const connecting = Promise.withResolvers<FakeUserFtp>();
    const pool = createConnectionPool(() => connecting.promise);
    const lease = pool.lease(never);
    await pool.close();
    connecting.resolve(late);
    await expect(lease).rejects.toMatchObject({ fault: { reason: 'not-connected' } });
    expect(late.ended).toBe('destroyed');
  });
});

describe('connections that are dead', () => {
  test('are closed at once, leased ones and idle ones, and not given to anybody', async () => {
    const { pool, made } = poolWithServer();
    const [first, second, third] = [await pool.lease(never), await pool.lease(never), await pool.lease(never)];
    pool.giveBack(second);
    pool.giveBack(third);
    pool.drop((connection) => connection !== third);
    expect(made.map(({ ended }) => ended)).toEqual(['destroyed', 'destroyed', null]);
    expect(pool.size).toBe(1);
    expect(await pool.lease(never)).toBe(third);
    pool.giveBack(first);
    expect(pool.size).toBe(1);
  });
});
