import { describe, expect, test } from 'vitest';
import { atOffset, defaultTransferOptions } from '../../../src/main/ftp/defaults.ts';
import type { Checkpoint } from '../../../src/main/ftp/engine.ts';
import type { ScriptedFile } from '../../server-ftp/script.ts';
import { intoMemory } from '../conversation.ts';
import { asPacedScript, fileOf, type Interrupted, interrupted } from './breaks.ts';
import { MODES } from './kinds.ts';
import { hundredTimes, untilDone } from './until-done.ts';

const SIZE = 150_000;
const MARK_EVERY = 8_192;

/** Answers whether it went on in the middle, once at least. */
const receive = async (what: Interrupted): Promise<boolean> => {
  const { parameters, breaks } = what;
  const { form, kept, back } = fileOf(what, SIZE);
  const file: ScriptedFile = parameters.structure === 'R' ? { records: kept } : { content: Buffer.concat(kept) };
  let here: Buffer = Buffer.alloc(0);
  let newest: Checkpoint | null = null;

  const server = await untilDone(
    {
      files: { file },
      transmission: { markEvery: MARK_EVERY, marksInsideRecords: true },
      data: { RETR: breaks.map(asPacedScript) },
    },
    breaks.length,
    async (ftp) => {
      const sink = intoMemory();
      const start = newest;
      const before: Buffer = here.subarray(0, start?.localBytes ?? 0);
      const onCheckpoint = (checkpoint: Checkpoint): void => {
        expect(before.length + sink.content().length).toBeGreaterThanOrEqual(checkpoint.localBytes);
        newest = checkpoint;
      };
      try {
        await ftp.retrieve('/file', sink, { ...defaultTransferOptions(), parameters, form, start, onCheckpoint });
      } finally {
        here = Buffer.concat([before, sink.content()]);
        if (parameters.mode === 'S') newest = atOffset(here.length);
      }
    },
  );
  expect(here.equals(back)).toBe(true);
  return server.commands.some((line) => line.startsWith('REST'));
};

/** So many of a hundred must have gone on in the middle, or it is not that which was tried. */
const LEAST = 25;

describe.each(MODES)('a download in %s mode', (_, kinds) => {
  test('broken anywhere goes on from the newest checkpoint, and is the same', { timeout: 120_000 }, async () => {
    expect(await hundredTimes(interrupted(kinds, SIZE), receive)).toBeGreaterThan(LEAST);
  });
});
