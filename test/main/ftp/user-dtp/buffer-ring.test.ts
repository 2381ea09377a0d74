import { expect, test } from 'vitest';
import { createBufferRing } from '../../../../src/main/ftp/user-dtp/buffer-ring.ts';

test('no more buffers than agreed, and those used again', () => {
  const ring = createBufferRing(2, 16);
  const first = ring.take();
  const second = ring.take();
  expect(first).toHaveLength(16);
  expect(second).not.toBe(first);
  expect(ring.free).toBe(0);
  expect(ring.take()).toBeUndefined();
  if (second !== undefined) ring.giveBack(second);
  expect(ring.free).toBe(1);
  expect(ring.take()).toBe(second);
});
