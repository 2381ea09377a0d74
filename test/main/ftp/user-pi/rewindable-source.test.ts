import { expect, test } from 'vitest';
import type { DataSource } from '../../../../src/main/ftp/engine.ts';
import { KEPT_BYTES, rewindable } from '../../../../src/main/ftp/user-pi/rewindable-source.ts';

const of = (content: Buffer): DataSource => {
  let at = 0;
  return {
    async read(into) {
      const part = content.subarray(at, at + into.length);
      into.set(part);
      at += part.length;
      return part.length;
    },
  };
};

const readAll = async (source: DataSource | null, size: number): Promise<string> => {
  const parts: Buffer[] = [];
  const into = new Uint8Array(size);
  for (;;) {
    const length = (await source?.read(into)) ?? 0;
    if (length === 0) return Buffer.concat(parts).toString();
    parts.push(Buffer.from(into.slice(0, length)));
  }
};

test.each([1, 3, 4, 100])('what was read is read again, whatever the sizes (%i)', async (size) => {
  const again = rewindable(of(Buffer.from('0123456789')));
  const first = again.fromStart();
  const buffer = Buffer.alloc(4);
  await first?.read(buffer);
  await first?.read(buffer.subarray(0, 3));
  buffer.fill(0);
  expect(await readAll(again.fromStart(), size)).toBe('0123456789');
  expect(await readAll(again.fromStart(), size)).toBe('0123456789');
});

test('a read of the reader before that is still under way takes nothing from the next', async () => {
  const arrives = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const inner = of(Buffer.from('0123456789'));
  const again = rewindable({
    async read(into) {
      begun.resolve();
      await arrives.promise;
      return inner.read(into);
    },
  });
  const late = again.fromStart()?.read(new Uint8Array(4));
  await begun.promise;
  const second = readAll(again.fromStart(), 4);
  arrives.resolve();
  expect(await late).toBe(4);
  expect(await second).toBe('0123456789');
});

test('readers from before get no more', async () => {
  const again = rewindable(of(Buffer.from('0123456789')));
  const first = again.fromStart();
  again.fromStart();
  expect(await first?.read(new Uint8Array(4))).toBe(0);
});

test('more than is kept cannot be read again, and is read right the first time', async () => {
  const content = Buffer.alloc(2 * KEPT_BYTES, 'ab');
  const again = rewindable(of(content));
  expect(await readAll(again.fromStart(), 100_000)).toBe(content.toString());
  expect(again.fromStart()).toBeNull();
});

test('a fault of the source is the reader’s, and nothing is lost by it', async () => {
  let faults = 1;
  const inner = of(Buffer.from('0123'));
  const again = rewindable({
    async read(into) {
      faults -= 1;
      if (faults === 0) throw new Error('disk');
      return inner.read(into);
    },
  });
  await expect(again.fromStart()?.read(new Uint8Array(4))).rejects.toThrow('disk');
  expect(await readAll(again.fromStart(), 4)).toBe('0123');
});
