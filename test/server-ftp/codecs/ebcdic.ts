/**
 * EBCDIC code page 037 as iconv's IBM037 has it, row by row as the codes of ISO 8859-1, with one exchange: RFC 959
 * 3.1.1.2 ends lines with <NL>, which is 0x15 and stands for this server's line end LF; 0x25 (EBCDIC's own LF) is 0x85.
 */
const LATIN_1_BY_EBCDIC = Buffer.from(
  [
    '000102039c09867f978d8e0b0c0d0e0f',
    '101112139d0a08871819928f1c1d1e1f',
    '808182838485171b88898a8b8c050607',
    '909116939495960498999a9b14159e1a',
    '20a0e2e4e0e1e3e5e7f1a22e3c282b7c',
    '26e9eaebe8edeeefecdf21242a293bac',
    '2d2fc2c4c0c1c3c5c7d1a62c255f3e3f',
    'f8c9cacbc8cdcecfcc603a2340273d22',
    'd8616263646566676869abbbf0fdfeb1',
    'b06a6b6c6d6e6f707172aabae6b8c6a4',
    'b57e737475767778797aa1bfd0dddeae',
    '5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7',
    '7b414243444546474849adf4f6f2f3f5',
    '7d4a4b4c4d4e4f505152b9fbfcf9faff',
    '5cf7535455565758595ab2d4d6d2d3d5',
    '30313233343536373839b3dbdcd9da9f',
  ].join(''),
  'hex',
);

const EBCDIC_BY_LATIN_1 = Buffer.alloc(256);
for (const [ebcdic, latin1] of LATIN_1_BY_EBCDIC.entries()) EBCDIC_BY_LATIN_1[latin1] = ebcdic;

const translated = (bytes: Uint8Array, table: Uint8Array): Buffer => {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) result[at] = table[bytes[at] ?? 0] ?? 0;
  return result;
};

export const toEbcdic = (bytes: Uint8Array): Buffer => translated(bytes, EBCDIC_BY_LATIN_1);

export const fromEbcdic = (bytes: Uint8Array): Buffer => translated(bytes, LATIN_1_BY_EBCDIC);
