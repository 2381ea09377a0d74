import { describe, expect, test } from 'vitest';
import { atOffset, defaultTransferOptions } from '../../../src/main/ftp/defaults.ts';
import type { Checkpoint } from '../../../src/main/ftp/engine.ts';
import { fromMemory } from '../conversation.ts';
import { keptBy } from '../matrix/expectations.ts';
import { asScript, fileOf, type Interrupted, interrupted } from './breaks.ts';
import { MODES } from './kinds.ts';
import { hundredTimes, untilDone } from './until-done.ts';

const MEBIBYTE = 1024 * 1024;

/** Ours are the markers here, one in each mebibyte: most files have one, and most breaks are behind it. */
const sizeIn = (mode: string): number => (mode === 'S' ? 150_000 : 1.5 * MEBIBYTE);

/** Answers whether it went on in the middle, once at least. */
const send = async (what: Interrupted): Promise<boolean> => {
  const { parameters, breaks } = what;
  const { form, local, kept } = fileOf(what, sizeIn(parameters.mode));
  let newest: Checkpoint | null = null;

  const server = await untilDone({ data: { STOR: breaks.map(asScript) } }, breaks.length, async (ftp, again) => {
    if (again && parameters.mode === 'S') newest = atOffset((await ftp.size('/file')) ?? 0);
    const start: Checkpoint | null = newest;
    const onCheckpoint = (checkpoint: Checkpoint): void => {
      newest = checkpoint;
    };
    const source = fromMemory(local.subarray(start?.localBytes ?? 0));
    await ftp.store('/file', source, { ...defaultTransferOptions(), parameters, form, start, onCheckpoint });
  });
  const there = await keptBy(server, parameters, '/file');
  expect(there.length).toBe(kept.length);
  expect(there.findIndex((part, index) => kept[index]?.equals(part) !== true)).toBe(-1);
  return server.commands.some((line) => line.startsWith('REST'));
};

/** So many of a hundred must have gone on in the middle, or it is not that which was tried. */
const LEAST = 25;

describe.each(MODES)('an upload in %s mode', (mode, kinds) => {
  test('broken anywhere goes on from the newest checkpoint, and is the same', { timeout: 120_000 }, async () => {
    const cases = interrupted(kinds, sizeIn(kinds[0]?.mode ?? ''), mode === 'stream' ? 0 : MEBIBYTE);
    expect(await hundredTimes(cases, send)).toBeGreaterThan(LEAST);
  });
});
