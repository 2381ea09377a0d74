import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFilter } from '../../../src/renderer/state/listing/name-filter.ts';

const NAMES = ['IMG_2026.jpg', 'img_2025.JPEG', 'notes.txt', 'Ärger.txt', 'a*b', '\udcff.bin'];

test.each([
  ['', NAMES],
  ['  ', NAMES],
  ['img', ['IMG_2026.jpg', 'img_2025.JPEG']],
  ['.TXT', ['notes.txt', 'Ärger.txt']],
  ['a\u0308rger', ['Ärger.txt']],
  ['*.jpg', ['IMG_2026.jpg']],
  ['img*2026*', ['IMG_2026.jpg']],
  ['*.jp*g', ['IMG_2026.jpg', 'img_2025.JPEG']],
  ['notes.txt*', ['notes.txt']],
  ['*notes.txt', ['notes.txt']],
  ['otes.txt*', []],
  ['(a+)+$', []],
])('a filter of %j', (filter, shown) => {
  expect(NAMES.filter(nameFilter(filter))).toEqual(shown);
});

test('stars stand for any run of characters, as in a regular expression', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(letters, fc.array(letters, { minLength: 2, maxLength: 5 }), (name, parts) => {
      const like = new RegExp(`^${parts.join('.*')}$`).test(name);
      expect(nameFilter(parts.join('*'))(name)).toBe(parts.join('') === '' || like);
    }),
  );
});

test('many stars take no time', () => {
  const passes = nameFilter(`${'*a'.repeat(5_000)}*b`);
  expect(passes('a'.repeat(20_000))).toBe(false);
});
