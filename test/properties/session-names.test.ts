import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAME_ENCODINGS } from '#shared/model/name-encodings.ts';
import { utf8Codec } from '../../src/main/ftp/name-codec.ts';
import { createSessionNames } from '../../src/main/session/names/session-names.ts';

const encodings = fc.constantFrom('auto', ...Object.values(NAME_ENCODINGS).flat());
const nameBytes = fc.uint8Array({ minLength: 1, maxLength: 24 }).map((bytes) => bytes.filter((byte) => byte !== 0x2f));

test('a name that was listed is asked for by its bytes, whatever encoding is chosen before and after', async () => {
  await fc.assert(
    fc.asyncProperty(nameBytes, encodings, encodings, async (bytes, before, after) => {
      const path = utf8Codec.decode(bytes);
      const names = createSessionNames(before, 'windows-1252');
      await names.ready();
      names.read(path);
      await names.choose(after);
      const shown = names.read(path);
      expect(Buffer.from(utf8Codec.encode(path)).equals(Buffer.from(bytes))).toBe(true);
      expect(Buffer.from(utf8Codec.encode(names.write(shown))).equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a path is the same whether it came whole or was put together of names', () => {
  fc.assert(
    fc.property(fc.array(nameBytes, { minLength: 1, maxLength: 4 }), (names) => {
      const whole = Buffer.concat(names.flatMap((name) => [Buffer.from('/'), Buffer.from(name)]));
      expect(utf8Codec.decode(whole)).toBe(names.map((name) => `/${utf8Codec.decode(name)}`).join(''));
    }),
  );
});
