import type { ByteRange } from '#shared/ftp/byte-range.ts';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { type ChecksumOffer, checksumOffers } from '../../protocol/checksum-offers.ts';
import { parseDigestReply, parseHashReply, parseMd5Reply } from '../../protocol/checksum-reply.ts';
import { askPatiently } from '../ask-patiently.ts';
import { type Interpreter, isNotImplemented, together } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';
import { digest } from './digest.ts';
import { hash } from './hash.ts';
import { ensureType } from './parameters.ts';

/** The checksums this server is asked for, those that tell most first: offered in FEAT and not refused since. */
export const checksumsOf = (interpreter: Interpreter): readonly ChecksumAlgorithm[] => [
  ...new Set(usableOffers(interpreter).map(({ algorithm }) => algorithm)),
];

/**
 * The checksum of a file, or of some of its bytes, in TYPE I, by the first command for it that the server does not turn
 * out not to have: what it offers in FEAT and answers 500, 502 or 504, or with something else than a checksum, it is not
 * asked for again, and once that is all of it, that is remembered of the server.
 *
 * @param range null: all of the file
 * @returns hex in lower case; null where the server does not tell it of this file or these bytes
 * Faults: those of the control connection.
 */
export const checksum = async (
  interpreter: Interpreter,
  path: Pathname,
  algorithm: ChecksumAlgorithm,
  range: ByteRange | null,
): Promise<string | null> => {
  for (const offer of usableOffers(interpreter)) {
    if (offer.algorithm !== algorithm || (range !== null && !takesRange(offer))) continue;
    const [, reply] = await together(ensureType(interpreter, IMAGE), askBy(interpreter, offer, path, range));
    if (reply === null) continue;
    const found = isCompletion(reply) ? read(offer, reply) : null;
    if (found !== null) return found;
    // That it says nothing of these bytes need not mean that it says nothing of the whole.
    const hasNone = isNotImplemented(reply) || (isCompletion(reply) && range === null);
    if (!hasNone) return null;
    giveUp(interpreter, offer, path, reply);
  }
  return null;
};

const usableOffers = ({ state, options }: Interpreter): readonly ChecksumOffer[] =>
  options.learned.checksumFails
    ? []
    : checksumOffers(state.features).filter(({ verb }) => !state.refusedChecksums.has(verb));

/** HASH would need a command of its own for it, which not all take back behind it; MD5 and MMD5 have none. */
const takesRange = ({ verb }: ChecksumOffer): boolean => verb.startsWith('X');

const askBy = (
  interpreter: Interpreter,
  { verb, called }: ChecksumOffer,
  path: Pathname,
  range: ByteRange | null,
): Promise<Reply | null> => {
  if (called !== null) return hash(interpreter, path, called);
  return verb.startsWith('X') ? digest(interpreter, verb, path, range) : askPatiently(interpreter, verb, path);
};

const read = ({ verb, algorithm, called }: ChecksumOffer, reply: Reply): string | null => {
  if (called !== null) return parseHashReply(reply, algorithm);
  return verb.startsWith('X') ? parseDigestReply(reply, algorithm, verb) : parseMd5Reply(reply);
};

const giveUp = (interpreter: Interpreter, { verb }: ChecksumOffer, path: Pathname, reply: Reply): void => {
  interpreter.state.refusedChecksums.add(verb);
  if (usableOffers(interpreter).length > 0) return;
  learn(interpreter, 'checksumFails', true, dialogueOf(`${verb} ${path}`, reply));
};
