import { DICTIONARY } from './dictionary.ts';

/** The 64 bits of a one-time password and a checksum of 2, in six groups of 11 (RFC 2289 6.0). */
const WORDS = 6;
const BITS = 11n;

const PLACES: ReadonlyMap<string, number> = new Map(DICTIONARY.map((word, place) => [word, place]));

/** A one-time password as it is written: `BAIL TUFT BITS GANG CHEF THY`. */
export const toSixWords = (key: bigint): string => {
  const bits = (key << 2n) | checksum(key);
  return Array.from({ length: WORDS }, (_, word) => {
    const place = (bits >> (BITS * BigInt(WORDS - 1 - word))) & 0x7ffn;
    return DICTIONARY[Number(place)] ?? '';
  }).join(' ');
};

/** Whether a text is six words of the dictionary with the right checksum, in upper or lower case. */
export const isSixWords = (text: string): boolean => {
  const words = text.trim().toUpperCase().split(/\s+/);
  if (words.length !== WORDS) return false;
  let bits = 0n;
  for (const word of words) {
    const place = PLACES.get(word);
    if (place === undefined) return false;
    bits = (bits << BITS) | BigInt(place);
  }
  return checksum(bits >> 2n) === (bits & 3n);
};

/** The last two bits of the sum of all pairs of bits. */
const checksum = (key: bigint): bigint => {
  let sum = 0n;
  for (let rest = key; rest > 0n; rest >>= 2n) sum += rest & 3n;
  return sum & 3n;
};
