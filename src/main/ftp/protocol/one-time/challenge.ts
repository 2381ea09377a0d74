/** What a server wants a one-time password for. */
export interface Challenge {
  readonly algorithm: 'md4' | 'md5' | 'sha1';
  /** How often the pass phrase is hashed; one less at each login. */
  readonly sequence: number;
  /** In lower case, as it goes into the hash (RFC 2289 6.0). */
  readonly seed: string;
  /** Whether RFC 2289 holds, which S/KEY (RFC 1760) is older than. */
  readonly isOtp: boolean;
}

/**
 * The challenge in a server's words, as they stand in a 331:
 *
 *     331 Response to otp-md5 487 dog2 ext required for anna.        RFC 2289 6.0
 *     331 s/key 93 ka12345                                           RFC 1760
 *
 * @returns null where there is none, or one of an algorithm nobody knows
 */
export const parseChallenge = (words: string): Challenge | null => {
  const [, name, sequence, seed] = FORM.exec(words) ?? [];
  if (name === undefined || sequence === undefined || seed === undefined) return null;
  const algorithm = ALGORITHMS.get(name.toLowerCase());
  if (algorithm === undefined) return null;
  return { algorithm, sequence: Number(sequence), seed: seed.toLowerCase(), isOtp: name.toLowerCase() !== 's/key' };
};

/** Four digits: each one is a hash to make, and nobody prints a longer list of passwords. */
const FORM = /(?<![\w/-])(otp-[a-z0-9]+|s\/key)\s+(\d{1,4})\s+([a-z0-9]{1,16})(?![\w-])/i;

const ALGORITHMS: ReadonlyMap<string, Challenge['algorithm']> = new Map([
  ['otp-md4', 'md4'],
  ['otp-md5', 'md5'],
  ['otp-sha1', 'sha1'],
  ['s/key', 'md4'],
]);
