import { describe, expect, test } from 'vitest';
import { NAME_ENCODINGS } from '#shared/model/name-encodings.ts';
import { pathnameCodec } from '../../../../src/main/ftp/name-codec.ts';
import { LANGUAGES } from '../../../../src/main/session/names/languages.ts';

const ALL: readonly string[] = Object.values(NAME_ENCODINGS).flat();

describe('the encodings there are to choose from', () => {
  test.each(ALL)('%s is one that names can be read and written in', async (encoding) => {
    const codec = await pathnameCodec(encoding);
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x2f);
    expect(Buffer.from(codec.encode(codec.decode(bytes))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('none stands there twice', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
  });

  test('hold all that are guessed', () => {
    for (const { encodings } of LANGUAGES) for (const encoding of encodings) expect(ALL).toContain(encoding);
  });
});
