import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import type { UploadSource } from '../../src/main/transfer/moving/upload-source.ts';
import { endAlike, piecesThere, reachOf, type SentPart } from '../../src/main/transfer/segments/sent-pieces.ts';

const BLOCK = 256 * 1024;

/** A part on a server and its source, in memory. */
const partOf = (there: Buffer, ours: Buffer): SentPart => ({
  path: '/part',
  signal: new AbortController().signal,
  connection: {
    retrieve: async (_path, sink, { start, extent }) => {
      const from = start?.localBytes ?? 0;
      await sink.write(there.subarray(from, from + (extent?.length ?? there.length)));
      return {};
    },
  } as Pick<UserFtp, 'retrieve'> as UserFtp,
  source: {
    read: async ({ from, length }) => ours.subarray(from, from + length),
  } as Pick<UploadSource, 'read'> as UploadSource,
});

/** A file of blocks, some of them zeros as in the image of a disk, of which the server has so many bytes and then a hole. */
const brokenPiece = fc
  .record({
    blocks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 64 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ blocks, share }) => {
    const ours = Buffer.concat(blocks.map((value) => Buffer.alloc(BLOCK, value)));
    const stored = Math.floor(ours.length * share);
    return { ours, stored, there: Buffer.concat([ours.subarray(0, stored), Buffer.alloc(ours.length - stored)]) };
  });

test('what is taken for there of a broken piece is there, whatever zeros the file has', async () => {
  await fc.assert(
    fc.asyncProperty(brokenPiece, async ({ ours, there }) => {
      const reach = await reachOf(partOf(there, ours), { from: 0, to: ours.length });
      expect(there.subarray(0, reach).equals(ours.subarray(0, reach))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('of a file without zeros no more than four MiB are sent again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (share) => {
      const ours = Buffer.alloc(24 * 1024 * 1024, 7);
      const stored = Math.floor(ours.length * share);
      const there = Buffer.concat([ours.subarray(0, stored), Buffer.alloc(ours.length - stored)]);
      const reach = await reachOf(partOf(there, ours), { from: 0, to: ours.length });
      expect(reach).toBeLessThanOrEqual(stored);
      expect(stored - reach).toBeLessThanOrEqual(4 * 1024 * 1024);
    }),
    { numRuns: 40 },
  );
});

test('pieces that were stored have to end as the source does, and beginnings come to them', async () => {
  const ours = Buffer.alloc(8 * BLOCK, 5);
  const pieces = { stored: [{ from: 0, to: 2 * BLOCK }], places: [2 * BLOCK] };
  expect(await piecesThere(partOf(ours, ours), pieces, ours.length)).toEqual([{ from: 0, to: expect.any(Number) }]);
  const spoilt = Buffer.from(ours);
  spoilt[2 * BLOCK - 1] = 6;
  expect(await piecesThere(partOf(spoilt, ours), pieces, ours.length)).toBeNull();
  expect(await endAlike(partOf(spoilt, ours), [{ from: 0, to: BLOCK }])).toBe(true);
  expect(await endAlike(partOf(spoilt, ours), pieces.stored)).toBe(false);
});

test('whatever holes are between beginnings of pieces, nothing is taken for there that is in one', async () => {
  const MIB = 1024 * 1024;
  const size = 64 * MIB;
  const ours = Buffer.alloc(size, 7);
  /** From each place on so much was stored; a piece may have been meant to go on over the next ones. */
  const beginnings = fc.dictionary(fc.integer({ min: 0, max: 63 }).map(String), fc.integer({ min: 0, max: 12 * MIB }), {
    minKeys: 1,
    maxKeys: 6,
  });
  await fc.assert(
    fc.asyncProperty(beginnings, async (begun) => {
      const there = Buffer.alloc(size);
      const places = Object.keys(begun).map((place) => Number(place) * MIB);
      for (const place of places) there.fill(7, place, Math.min(size, place + (begun[place / MIB] ?? 0)));
      const found = await piecesThere(partOf(there, ours), { stored: [], places }, size);
      expect(found).not.toBeNull();
      for (const { from, to } of found ?? [])
        expect(there.subarray(from, to).equals(ours.subarray(from, to))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
