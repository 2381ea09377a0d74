import { expect, test } from 'vitest';
import { createBufferRing } from '../../../../src/main/ftp/user-dtp/buffer-ring.ts';

test('no more buffers than agreed, and those used again', () => {
  const ring = createBufferRing(2);
  const first = ring.take();
  const second = ring.take();
  expect(first).toHaveLength(1_048_576);
  expect(second).not.toBe(first);
  expect(ring.free).toBe(0);
  expect(ring.take()).toBeUndefined();
  if (second !== undefined) ring.giveBack(second);
  expect(ring.free).toBe(1);
  expect(ring.take()).toBe(second);
});

test('the buffers of one transfer serve the next, each only one at a time', () => {
  const before = createBufferRing(2);
  const used = [before.take(), before.take()];
  for (const buffer of used) if (buffer !== undefined) before.giveBack(buffer);
  const [one, other] = [createBufferRing(1), createBufferRing(1)];
  const again = [one.take(), other.take()];
  expect(new Set(again)).toEqual(new Set(used));
});
