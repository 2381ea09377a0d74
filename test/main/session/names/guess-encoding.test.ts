import { describe, expect, test } from 'vitest';
import { pathnameCodec, utf8Codec } from '../../../../src/main/ftp/name-codec.ts';
import { guessEncoding } from '../../../../src/main/session/names/guess-encoding.ts';
import { NAME_CORPUS } from '../../../corpus/names/names.ts';

const CASES = NAME_CORPUS.flatMap(({ language, encodings, names }) =>
  encodings.map((encoding) => ({ language, encoding, names })),
);

/** The names as a server sends them, told as pathnames. */
const listed = async (names: readonly string[], encoding: string): Promise<readonly string[]> => {
  const codec = await pathnameCodec(encoding);
  return names.map((name) => utf8Codec.decode(codec.encode(name)));
};

describe('complaint 21: names are question marks because they are not in UTF-8', () => {
  test.each(CASES)('a folder with $language names in $encoding reads right', async ({ encoding, names }) => {
    const paths = await listed(names, encoding);
    const guess = await guessEncoding(paths);
    expect(guess).not.toBeNull();
    const codec = await pathnameCodec(guess ?? 'auto');
    expect(paths.map((path) => codec.decode(utf8Codec.encode(path)))).toEqual(names);
  });
});

describe('no guess', () => {
  test.each([
    ['nothing to guess by', []],
    ['ASCII', ['a.txt', 'b']],
    ['UTF-8', ['été', '日本']],
    ['bytes of no language', ['\uDC80\uDC90\uDC9D', '\uDCFF\uDCFE']],
    ['one letter that may be several', ['x\uDCE4y']],
  ])('%s', async (_, names) => {
    expect(await guessEncoding(names)).toBeNull();
  });
});

test('one name alone is read wrongly less often than it is left by its bytes', async () => {
  const found = { right: 0, none: 0, wrong: 0 };
  for (const { encoding, names } of CASES) {
    for (const name of names) {
      const [path = ''] = await listed([name], encoding);
      if (path === name) continue;
      const guess = await guessEncoding([path]);
      if (guess === null) found.none += 1;
      else if ((await pathnameCodec(guess)).decode(utf8Codec.encode(path)) === name) found.right += 1;
      else found.wrong += 1;
    }
  }
  expect(found.right).toBeGreaterThan(found.none);
  expect(found.wrong).toBeLessThan((found.right + found.none + found.wrong) * 0.03);
});
