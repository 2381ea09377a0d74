import { describe, expect, test } from 'vitest';
import { createGroupLock, type OnTheWay, type Turn } from '../../../../src/main/ftp/user-pi/group-lock.ts';

/** Nothing was sent. */
const quiet = { unanswered: 0, answered: () => Promise.resolve(), flush: () => {} };

test('groups run one after another in the order they asked, and a failure does not stop the next', async () => {
  const lock = createGroupLock({ used: false, behindTransfers: false }, quiet);
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
  const lock = createGroupLock({ used: false, behindTransfers: false }, quiet);
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
    const lock = createGroupLock({ used: true, behindTransfers: false }, quiet);
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
    const lock = createGroupLock(kept, quiet);
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
      const lock = createGroupLock({ used: true, behindTransfers }, quiet);
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
          { transfer: true, bytesAhead: () => (may ? 80 : null) },
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

  /** Twenty transfers of so many bytes each that wait together: how many leave, and how many in all once all may. */
  const leaving = async (bytes: number, wire: OnTheWay, allMay: () => void = () => {}): Promise<[number, number]> => {
    const lock = createGroupLock(kept, wire);
    const moved = Promise.withResolvers<void>();
    let underWay = 0;
    const run = (): Promise<void> =>
      lock.run(
        async (turn) => {
          await turn.depart?.();
          underWay += 1;
          turn.sent();
          return moved.promise;
        },
        { transfer: true, bytesAhead: () => bytes },
      );
    const first = lock.run(async () => {});
    const all = Array.from({ length: 20 }, run);
    await first;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const left = underWay;
    allMay();
    moved.resolve();
    await Promise.all(all);
    return [left, underWay];
  };

  test.each([
    [50, 16],
    [300, 4],
    [700, 1],
    [5_000, 1],
  ])('no more than fit one segment, and no more than sixteen: of %i bytes %i', async (bytes, fit) => {
    expect(await leaving(bytes, quiet)).toEqual([fit, 20]);
  });

  test.each([
    [100, 15],
    [3_200, 10],
    [3_400, 0],
    [5_000, 0],
  ])(
    'few do not leave beside much that the server may still have to read: beside %i bytes %i',
    async (unread, leave) => {
      const answers = Promise.withResolvers<void>();
      const wire = { ...quiet, unanswered: unread, answered: () => answers.promise };
      const answer = (): void => {
        wire.unanswered = 0;
        answers.resolve();
      };
      expect(await leaving(80, wire, answer)).toEqual([leave, 20]);
    },
  );

  test('one that has to leave alone does not wait for the replies to short commands', async () => {
    const lock = createGroupLock(kept, { ...quiet, unanswered: 10, answered: () => new Promise(() => {}) });
    await lock.run(async () => {}, { transfer: true, bytesAhead: () => null });
  });

  test('one that fails before it leaves does not hold the others', async () => {
    const lock = createGroupLock(kept, quiet);
    const together = { transfer: true, bytesAhead: () => 80 };
    const first = lock.run(async () => {});
    const broken = lock.run(() => Promise.reject(new Error('no port')), together);
    const other = lock.run(async (turn) => turn.depart?.(), together);
    await first;
    await expect(broken).rejects.toThrow('no port');
    await other;
  });
});
