import fc from 'fast-check';
import type { TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { DataScript } from '../../server-ftp/script.ts';
import { expected } from '../matrix/expectations.ts';
import { seeded } from '../seeded.ts';

/** How one try of a transfer ends before its time. */
export interface Break {
  /** Bytes on the data connection until then; behind what a try still has to move it breaks nothing. */
  readonly after: number;
  /** The data connection is reset, or ended as if that were all; or the control connection is reset with it. */
  readonly how: 'reset' | 'closed' | 'control lost';
}

/** A file that is moved, and what becomes of each try in turn; what comes behind the last one is left in peace. */
export interface Interrupted {
  readonly parameters: TransferParameters;
  readonly seed: number;
  readonly breaks: readonly Break[];
}

export const asScript = ({ after, how }: Break): DataScript => {
  if (how === 'control lost') return { vanishAfter: after };
  if (how === 'reset') return { stopAfter: after, ending: 'reset' };
  // Where the end of a connection is the end of a file, only the reply can say that it was not.
  return { stopAfter: after, completion: '426 Data connection lost.' };
};

/** The same of a download: at a pace at which most of the bytes are taken before a reset throws away those under way. */
export const asPacedScript = (what: Break): DataScript => ({ ...asScript(what), chunkBytes: 16_384, chunkPause: 1 });

/** Every file has this many bytes on the data connection at least, compressed or not. */
const leastOnWire = (size: number): number => Math.floor(size * 0.8);

/**
 * @param size bytes of the file
 * @param often a place behind which every second break is, where there is nothing to go on from before it
 */
export const interrupted = (
  kinds: readonly TransferParameters[],
  size: number,
  often = 0,
): fc.Arbitrary<Interrupted> => {
  const last = leastOnWire(size) - 1;
  const oneBreak = fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: last }), fc.integer({ min: often, max: last })),
    how: fc.constantFrom<Break['how']>('reset', 'closed', 'control lost'),
  });
  return fc.record({
    parameters: fc.constantFrom(...kinds),
    seed: fc.nat(),
    breaks: fc.array(oneBreak, { minLength: 1, maxLength: 3 }),
  });
};

/** Bytes that hardly become fewer in compressed mode, with ends of lines, lone CRs, FFs and some runs among them. */
export const contentOf = ({ seed }: Interrupted, size: number): Buffer => {
  const random = seeded(seed);
  const bytes = random.bytes(size);
  for (let at = random.below(300); at < size - 300; at += 100 + random.below(900)) {
    const what = random.below(4);
    if (what === 0) bytes.write('\r\n', at);
    else if (what === 1) bytes.write('\r', at);
    else bytes.fill(what === 2 ? 0xff : random.below(256), at, at + 1 + random.below(70));
  }
  return bytes;
};

/** The file by the rules: as it lies here, and as it is kept there. */
export const fileOf = (what: Interrupted, size: number) => {
  const rule = expected(what.parameters, contentOf(what, size));
  if ('refused' in rule) throw new Error('a file that cannot be sent');
  return rule;
};
