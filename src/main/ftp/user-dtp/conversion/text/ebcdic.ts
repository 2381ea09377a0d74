import type { EbcdicCodePage } from '#shared/ftp/transfer-parameters.ts';

/** A code page as two tables of 256 bytes, each the inverse of the other. */
export interface CodePage {
  /** From EBCDIC to ISO 8859-1. */
  readonly toLocal: Uint8Array;
  /** From ISO 8859-1 to EBCDIC. */
  readonly fromLocal: Uint8Array;
}

/**
 * EBCDIC 00 to 3F, the control characters, the same in all four pages, with the places of 15 and 25 changed round:
 * the published tables have NL at 15 become the C1 control 85 and LF at 25 become 0A. RFC 959 3.1.1.2 makes NL the end
 * of a line, which on this side is 0A; 85 then has only 25 left, and so every byte comes back as it went.
 */
const CONTROLS = [
  '00 01 02 03 9c 09 86 7f 97 8d 8e 0b 0c 0d 0e 0f',
  '10 11 12 13 9d 0a 08 87 18 19 92 8f 1c 1d 1e 1f',
  '80 81 82 83 84 85 17 1b 88 89 8a 8b 8c 05 06 07',
  '90 91 16 93 94 95 96 04 98 99 9a 9b 14 15 9e 1a',
];

/** Code page 037, 40 to FF. */
const GRAPHICS = [
  ' \u00a0âäàáãåçñ¢.<(+|',
  '&éêëèíîïìß!$*);¬',
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?',
  'øÉÊËÈÍÎÏÌ`:#@\'="',
  'Øabcdefghi«»ðýþ±',
  '°jklmnopqrªºæ¸Æ¤',
  'µ~stuvwxyz¡¿ÐÝÞ®',
  '^£¥·©§¶¼½¾[]¯¨´×',
  '{ABCDEFGHI\u00adôöòóõ',
  '}JKLMNOPQR¹ûüùúÿ',
  '\\÷STUVWXYZ²ÔÖÒÓÕ',
  '0123456789³ÛÜÙÚ\u009f',
];

/** Where a page differs from 037: pairs of a place and the character that stands there. */
const DIFFERENCES: Readonly<Record<EbcdicCodePage, readonly (readonly [number, string])[]>> = {
  '037': [],
  '273': [
    [0x43, '{'],
    [0x4a, 'Ä'],
    [0x4f, '!'],
    [0x59, '~'],
    [0x5a, 'Ü'],
    [0x5f, '^'],
    [0x63, '['],
    [0x6a, 'ö'],
    [0x7c, '§'],
    [0xa1, 'ß'],
    [0xb0, '¢'],
    [0xb5, '@'],
    [0xba, '¬'],
    [0xbb, '|'],
    [0xc0, 'ä'],
    [0xcc, '¦'],
    [0xd0, 'ü'],
    [0xdc, '}'],
    [0xe0, 'Ö'],
    [0xec, '\\'],
    [0xfc, ']'],
  ],
  '500': [
    [0x4a, '['],
    [0x4f, '!'],
    [0x5a, ']'],
    [0x5f, '^'],
    [0xb0, '¢'],
    [0xba, '¬'],
    [0xbb, '|'],
  ],
  '1047': [
    [0x5f, '^'],
    [0xad, '['],
    [0xb0, '¬'],
    [0xba, 'Ý'],
    [0xbb, '¨'],
    [0xbd, ']'],
  ],
};

/**
 * A code page against ISO 8859-1, as IBM publishes it in the Character Data Representation Architecture (CCSID 37,
 * 273, 500, 1047) and glibc's iconv has it (IBM037, IBM273, IBM500, IBM1047), but for NL and LF. RFC 959 names no page
 * and gives none: which one a server means is for the person to say.
 */
export const codePage = (name: EbcdicCodePage): CodePage => {
  const controls = CONTROLS.flatMap((row) => row.split(' ').map((hex) => Number.parseInt(hex, 16)));
  const graphics = [...GRAPHICS.join('')].map((character) => character.charCodeAt(0));
  const toLocal = Uint8Array.from([...controls, ...graphics]);
  for (const [place, character] of DIFFERENCES[name]) toLocal[place] = character.charCodeAt(0);
  const fromLocal = new Uint8Array(256);
  toLocal.forEach((local, ebcdic) => {
    fromLocal[local] = ebcdic;
  });
  return { toLocal, fromLocal };
};
