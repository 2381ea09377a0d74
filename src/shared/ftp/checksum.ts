/** Checksums that servers calculate, those that tell most first; CRC32 only tells accidents. */
export const CHECKSUM_ALGORITHMS = ['SHA-256', 'SHA-512', 'SHA-1', 'MD5', 'CRC32'] as const;

export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** How many hex digits each has. */
export const CHECKSUM_DIGITS: Readonly<Record<ChecksumAlgorithm, number>> = {
  'SHA-256': 64,
  'SHA-512': 128,
  'SHA-1': 40,
  MD5: 32,
  CRC32: 8,
};
