import { expect, test } from 'vitest';
import { createGroupLock } from '../../../../src/main/ftp/user-pi/group-lock.ts';

test('groups run one after another in the order they asked, and a failure does not stop the next', async () => {
  const lock = createGroupLock();
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
  const lock = createGroupLock();
  const first = Promise.withResolvers<void>();
  const one = lock.run(() => first.promise);
  const stop = new AbortController();
  let ran = false;
  const two = lock.run(async () => {
    ran = true;
  }, stop.signal);
  stop.abort();
  await expect(two).rejects.toThrow('cancelled');
  first.resolve();
  await one;
  await lock.run(async () => {});
  expect(ran).toBe(false);
});
