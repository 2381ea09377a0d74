import { describe, expect, test } from 'vitest';
import { createGroupLock } from '../../../../src/main/ftp/user-pi/group-lock.ts';

test('groups run one after another in the order they asked, and a failure does not stop the next', async () => {
  const lock = createGroupLock({ used: false, duringTransfers: false });
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
  const lock = createGroupLock({ used: false, duringTransfers: false });
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
  const ordered = { used: true, duringTransfers: true };

  test('a group that has sent everything lets the next one send', async () => {
    const lock = createGroupLock({ used: true, duringTransfers: false });
    const first = Promise.withResolvers<void>();
    const one = lock.run((turn) => {
      turn.sent();
      return first.promise;
    });
    await lock.run(async () => {});
    first.resolve();
    await one;
  });

  test('beside a transfer that is under way only where the server is known to answer in order', async () => {
    for (const duringTransfers of [true, false]) {
      const lock = createGroupLock({ used: true, duringTransfers });
      const moved = Promise.withResolvers<void>();
      const told: string[] = [];
      const transfer = lock
        .run(
          (turn) => {
            turn.sent();
            return moved.promise;
          },
          { transfer: true },
        )
        .then(() => told.push('transfer'));
      const short = lock.run(async () => {}).then(() => told.push('short'));
      await new Promise(setImmediate);
      moved.resolve();
      await Promise.all([transfer, short]);
      expect(told).toEqual(duringTransfers ? ['short', 'transfer'] : ['transfer', 'short']);
    }
  });

  test('no more than one transfer goes ahead, and only one that may', async () => {
    const lock = createGroupLock(ordered);
    let underWay = 0;
    const moved = Promise.withResolvers<void>();
    const run = (may: boolean): Promise<void> =>
      lock.run(
        (turn) => {
          underWay += 1;
          turn.sent();
          return moved.promise;
        },
        { transfer: true, mayGoAhead: () => may },
      );
    const all = [run(true), run(true), run(true)];
    await new Promise(setImmediate);
    expect(underWay).toBe(2);
    moved.resolve();
    await Promise.all(all);
    expect(underWay).toBe(3);
  });
});
