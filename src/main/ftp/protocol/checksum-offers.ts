import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm } from '#shared/ftp/checksum.ts';

/** A command that a server calculates a checksum with. */
export interface ChecksumOffer {
  readonly algorithm: ChecksumAlgorithm;
  readonly verb: string;
  /** For HASH: what the server calls the algorithm, to be named in OPTS HASH. */
  readonly called: string | null;
}

/** Commands named after what they calculate. None stands in an RFC; MD5 and MMD5 are of draft-twine-ftpmd5. */
const NAMED: readonly (readonly [verb: string, algorithm: ChecksumAlgorithm])[] = [
  ['XSHA256', 'SHA-256'],
  ['XSHA512', 'SHA-512'],
  ['XSHA1', 'SHA-1'],
  ['XSHA', 'SHA-1'],
  ['XMD5', 'MD5'],
  ['MD5', 'MD5'],
  ['MMD5', 'MD5'],
  ['XCRC', 'CRC32'],
];

/**
 * What a server offers in FEAT, the checksums that tell most first, and for each HASH before the other commands:
 *
 *      HASH SHA-256;SHA-512;SHA-1*;MD5         (draft-ietf-ftpext2-hash 3.1; the star marks the one in force)
 *      XCRC filename;start;end
 */
export const checksumOffers = (features: ReadonlyMap<string, string>): readonly ChecksumOffer[] => {
  const offers: ChecksumOffer[] = [];
  for (const called of namesOfHash(features)) {
    const algorithm = algorithmCalled(called);
    if (algorithm !== null) offers.push({ algorithm, verb: 'HASH', called });
  }
  for (const [verb, algorithm] of NAMED) if (features.has(verb)) offers.push({ algorithm, verb, called: null });
  const rank = ({ algorithm }: ChecksumOffer): number => CHECKSUM_ALGORITHMS.indexOf(algorithm);
  return offers.toSorted((one, other) => rank(one) - rank(other));
};

/** What HASH calculates until OPTS HASH says otherwise, as the server calls it; null where it does not say. */
export const hashInForce = (features: ReadonlyMap<string, string>): string | null => {
  const marked = (features.get('HASH') ?? '').split(';').find((name) => name.trim().endsWith('*'));
  return marked?.replace('*', '').trim() ?? null;
};

const namesOfHash = (features: ReadonlyMap<string, string>): readonly string[] =>
  (features.get('HASH') ?? '').split(';').map((name) => name.replace('*', '').trim());

/** `SHA-256` and `SHA256` are one. */
export const algorithmCalled = (name: string): ChecksumAlgorithm | null => {
  const bare = name.toUpperCase().replace('-', '');
  return CHECKSUM_ALGORITHMS.find((algorithm) => algorithm.replace('-', '') === bare) ?? null;
};
