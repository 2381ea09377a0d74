import { CHECKSUM_DIGITS, type ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { algorithmCalled } from './checksum-offers.ts';

/**
 * The checksum in a reply to HASH. The draft has algorithm, first and last byte, checksum and name; its first versions
 * had no range, FileZilla Server leaves out the name, and ProFTPD says what it does in a line before it:
 *
 *     213-Computing SHA-256 digest
 *     213 SHA-256 0-49 6ae8a75555209fd6c44157c0aed8016e763ff435a19cf186f76863140143ff72 /filename.ext
 *     213 SHA-1 21c2ca15cf570582949eb59fb78038b9c27ffcaf
 *
 * @returns lower case; null where no line is the checksum by that algorithm
 */
export const parseHashReply = ({ lines }: Reply, algorithm: ChecksumAlgorithm): string | null => {
  for (const line of lines) {
    const [, called = '', digits = ''] = HASH_LINE.exec(line) ?? [];
    const checksum = algorithmCalled(called) === algorithm ? asChecksum(digits, algorithm) : null;
    if (checksum !== null) return checksum;
  }
  return null;
};

const HASH_LINE = /^\s*(\S{1,20}) (?:\d{1,16}-\d{1,16} )?([0-9A-Fa-f]{1,128})(?: |$)/;

/**
 * The checksum in a reply to XCRC, XMD5, XSHA and their kind: the first word of one of its lines, or the word behind the
 * command's own name.
 *
 *     250-Computing MD5 digest
 *     250 5EB63BBBE01EEED093CB22BB8F5ACDC3
 *     250 XCRC 0D4A1185
 *
 * @returns lower case; null where no line has one of the right length
 */
export const parseDigestReply = ({ lines }: Reply, algorithm: ChecksumAlgorithm, verb: string): string | null => {
  for (const line of lines) {
    const words = line.trim().split(/\s+/, 2);
    const behind = words[0]?.toUpperCase() === verb || algorithmCalled(words[0] ?? '') !== null;
    const checksum = asChecksum((behind ? words[1] : words[0]) ?? '', algorithm);
    if (checksum !== null) return checksum;
  }
  return null;
};

/**
 * The checksum in a reply to MD5 and MMD5 (draft-twine-ftpmd5), which stands behind the name:
 *
 *     251 /docs/a.txt 5eb63bbbe01eeed093cb22bb8f5acdc3
 */
export const parseMd5Reply = ({ lines }: Reply): string | null =>
  asChecksum(/(\S+)\s*$/.exec(lines.at(-1) ?? '')?.[1] ?? '', 'MD5');

/** Some servers leave out the zeros before a CRC, or say that it is hex. */
const asChecksum = (word: string, algorithm: ChecksumAlgorithm): string | null => {
  const digits = algorithm === 'CRC32' ? word.replace(/^0x/i, '') : word;
  if (!/^[0-9A-Fa-f]+$/.test(digits)) return null;
  const wanted = CHECKSUM_DIGITS[algorithm];
  if (digits.length === wanted) return digits.toLowerCase();
  const short = algorithm === 'CRC32' && digits.length < wanted && /\d/.test(digits);
  return short ? digits.toLowerCase().padStart(wanted, '0') : null;
};
