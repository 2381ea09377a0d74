import type { Challenge } from './challenge.ts';
import { md4 } from './md4.ts';
import { isSixWords, toSixWords } from './six-words.ts';

/** RFC 2289 6.0: a pass phrase has at least 10 characters, and generators take up to 63. */
const PASS_PHRASE = { least: 10, most: 63 };

/**
 * The one-time password for a challenge in six words, made of the pass phrase: seed and pass phrase are hashed, and the
 * result hashed again as often as the challenge says, each time folded to 64 bits (RFC 2289 6.0, RFC 1760).
 *
 * @param passPhrase as bytes
 * @returns null for what can be no pass phrase
 */
export const oneTimePassword = (
  { algorithm, sequence, seed, isOtp }: Challenge,
  passPhrase: Uint8Array,
): string | null => {
  const { length } = passPhrase;
  if (isOtp ? length < PASS_PHRASE.least || length > PASS_PHRASE.most : length === 0) return null;
  const hash = HASHES[algorithm];
  let key = hash(Buffer.concat([Buffer.from(seed), passPhrase]));
  for (let step = 0; step < sequence; step += 1) key = hash(key);
  return toSixWords(Buffer.from(key).readBigUInt64BE());
};

/** Whether what a person typed is a one-time password already: six words, or hexadecimal, which all servers take too. */
export const isOneTimePassword = (text: string): boolean =>
  isSixWords(text) || /^[0-9a-f]{16}$/i.test(text.replace(/\s+/g, ''));

type Hash = (input: Uint8Array) => Uint8Array;

/** MD4 and MD5: the two halves, one on the other. */
const halves = (digest: Uint8Array): Uint8Array =>
  digest.slice(0, 8).map((byte, place) => byte ^ (digest[place + 8] ?? 0));

/**
 * SHA-1 (appendix A): the third and the fifth of its words on the first, the fourth on the second, and the bytes of each
 * in the other order, as the reference code has them on a little-endian machine.
 */
const words = (digest: Uint8Array): Uint8Array => {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  const word = (place: number): number => view.getUint32(4 * place);
  const folded = new DataView(new ArrayBuffer(8));
  folded.setUint32(0, word(0) ^ word(2) ^ word(4), true);
  folded.setUint32(4, word(1) ^ word(3), true);
  return new Uint8Array(folded.buffer);
};

const HASHES: Readonly<Record<Challenge['algorithm'], Hash>> = {
  md4: (input) => halves(md4(input)),
  md5: (input) => halves(digest('md5', input)),
  sha1: (input) => words(digest('sha1', input)),
};

/** Not imported: few logins need it, and it takes its time to load. */
const digest = (algorithm: string, input: Uint8Array): Uint8Array =>
  process.getBuiltinModule('node:crypto').createHash(algorithm).update(input).digest();
