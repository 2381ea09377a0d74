import { describe, expect, test } from 'vitest';
import { createGroupLock, type Turn } from '../../../../src/main/ftp/user-pi/group-lock.ts';

test('groups run one after another in the order they asked, and a failure does not stop the next', async () => {
  const lock = createGroupLock({ used: false, behindTransfers: false });
  const told: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = lock.run(async () => {
    await first.promise;
    told.push('one');
    throw new Error('one failed');
  });
  const two = lock.run(async () => {
    told.push('two');
    return 2;
  });
  first.resolve();
  await expect(one).rejects.toThrow('one failed');
  await expect(two).resolves.toBe(2);
  expect(told).toEqual(['one', 'two']);
});

test('a group cancelled while it waits is given up at once and never runs', async () => {
  const lock = createGroupLock({ used: false, behindTransfers: false });
  const first = Promise.withResolvers<void>();
  const one = lock.run(() => first.promise);
  const stop = new AbortController();
  let ran = false;
  const two = lock.run(
    async () => {
      ran = true;
    },
    { signal: stop.signal },
  );
  stop.abort();
  await expect(two).rejects.toThrow('cancelled');
  first.resolve();
  await one;
  await lock.run(async () => {});
  expect(ran).toBe(false);
});

describe('where commands go ahead of replies', () => {
  const kept = { used: true, behindTransfers: true };

  test('a group that has sent everything lets the next one send', async () => {
    const lock = createGroupLock({ used: true, behindTransfers: false });
    const first = Promise.withResolvers<void>();
    const one = lock.run((turn) => {
      turn.sent();
      return first.promise;
    });
    await lock.run(async () => {});
    first.resolve();
    await one;
  });

  test('nothing is sent during a transfer', async () => {
    const lock = createGroupLock(kept);
    const moved = Promise.withResolvers<void>();
    const told: string[] = [];
    const group = (turn: Turn): Promise<void> => {
      turn.sent();
      return moved.promise;
    };
    const transfer = lock.run(group, { transfer: true }).then(() => told.push('transfer'));
    const short = lock.run(async () => {}).then(() => told.push('short'));
    await new Promise(setImmediate);
    moved.resolve();
    await Promise.all([transfer, short]);
    expect(told).toEqual(['transfer', 'short']);
  });

  test('transfers that may leave together, up to one that may not', async () => {
    for (const behindTransfers of [true, false]) {
      const lock = createGroupLock({ used: true, behindTransfers });
      const moved = Promise.withResolvers<void>();
      const underWay: string[] = [];
      const run = (name: string, may: boolean): Promise<void> =>
        lock.run(
          async (turn) => {
            await turn.depart?.();
            underWay.push(name);
            turn.sent();
            return moved.promise;
          },
          { transfer: true, mayGoAhead: () => may },
        );
      const first = lock.run(async () => {});
      const all = [run('a', true), run('b', true), run('c', false), run('d', true)];
      await first;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(underWay).toEqual(behindTransfers ? ['a', 'b'] : ['a']);
      moved.resolve();
      await Promise.all(all);
      expect(underWay).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  test('one that fails before it leaves does not hold the others', async () => {
    const lock = createGroupLock(kept);
    const together = { transfer: true, mayGoAhead: () => true };
    const first = lock.run(async () => {});
    const broken = lock.run(() => Promise.reject(new Error('no port')), together);
    const other = lock.run(async (turn) => turn.depart?.(), together);
    await first;
    await expect(broken).rejects.toThrow('no port');
    await other;
  });
});
