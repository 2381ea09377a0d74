import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReceiver } from '../../src/main/ftp/user-dtp/receiver.ts';

/**
 * However the network's pieces and the disk's writes fall: whoever reads into the receiver's buffers always has room, and
 * all that came is written once, in its order.
 */

/** A socket made with `onread`, by hand: what is paused and resumed of it is whether the system may read. */
class Hand extends Duplex {
  reading = true;
  override pause(): this {
    this.reading = false;
    return this;
  }
  override resume(): this {
    this.reading = true;
    return this;
  }
  override _read(): void {}
  override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
  setTimeout(): this {
    return this;
  }
}

/** A piece of so many bytes comes, as far as there is room; a write ends, the one that began so many before; or all have a turn. */
type Step =
  | { readonly kind: 'comes'; readonly bytes: number }
  | { readonly kind: 'written'; readonly which: number }
  | { readonly kind: 'turn' };

const bytes = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 100_000, max: 300_000 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('comes' as const), bytes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('written' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'turn' as const }) },
);

test('there is always room to read into, and every byte comes to the sink in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
      const writes: { readonly chunk: Uint8Array; readonly at: number; readonly end: () => void }[] = [];
      const landed: Buffer[] = [];
      let handed = 0;
      const sink = {
        write: (chunk: Uint8Array) =>
          new Promise<void>((resolve) => {
            writes.push({ chunk, at: handed, end: resolve });
            handed += chunk.length;
          }),
      };
      const counter = { bytes: 0 };
      const receiver = createReceiver({
        sink,
        counter,
        conversion: null,
        onCheckpoint: () => {},
        pace: null,
        idleMs: 1,
      });
      const { onread } = receiver;
      if (onread === null) throw new Error('read directly');
      const { buffer } = onread;
      const socket = new Hand();
      const done = receiver.run(socket, true, () => true);
      let room = (buffer as () => Uint8Array)();
      let came = 0;

      const comes = (bytes: number): void => {
        // The system's own buffers hold the rest back.
        if (!socket.reading) return;
        expect(room.length).toBeGreaterThan(0);
        const length = Math.min(bytes, room.length);
        for (let index = 0; index < length; index += 1) room[index] = (came + index) % 251;
        came += length;
        if (!onread.callback(length, room)) socket.reading = false;
        room = (buffer as () => Uint8Array)();
      };
      const lands = async (which: number): Promise<void> => {
        const [write] = writes.splice(Math.min(which, writes.length - 1), 1);
        if (write === undefined) return;
        // Only now is it read: a buffer that was given away too early has something else in it.
        landed[write.at] = Buffer.from(write.chunk);
        write.end();
        await turn();
      };
      for (const one of steps) {
        if (one.kind === 'comes') comes(one.bytes);
        else if (one.kind === 'written') await lands(one.which);
        else await turn();
      }
      socket.emit('end');
      while (counter.bytes < came) {
        await turn();
        await lands(0);
      }
      await done;
      const all = Buffer.concat(Object.values(landed));
      expect(all.length).toBe(came);
      expect(all.every((byte, index) => byte === index % 251)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
