import { expect, test } from 'vitest';
import { meaningless, restartManner } from '../../../src/shared/ftp/transfer-meaning.ts';
import type { RepresentationType, Structure, TransmissionMode } from '../../../src/shared/ftp/transfer-parameters.ts';

const TYPES: readonly RepresentationType[] = [
  ...(['N', 'T', 'C'] as const).flatMap((format): RepresentationType[] => [
    { type: 'A', format },
    { type: 'E', format },
  ]),
  { type: 'I' },
  { type: 'L', byteSize: 8 },
];
const STRUCTURES: readonly Structure[] = ['F', 'R', 'P'];
const MODES: readonly TransmissionMode[] = ['S', 'B', 'C', 'Z'];

test('every type, structure and mode go together, but for text in pages', () => {
  const refused = TYPES.flatMap((type) =>
    STRUCTURES.flatMap((structure) =>
      MODES.filter((mode) => meaningless({ type, structure, mode }) !== null).map(() => `${type.type}${structure}`),
    ),
  );
  expect(new Set(refused)).toEqual(new Set(['AP', 'EP']));
  expect(refused).toHaveLength(6 * 4);
  expect(meaningless({ type: { type: 'A', format: 'N' }, structure: 'P', mode: 'S' })).toBe('text-in-pages');
});

test.each([1, 7, 9, 16, 36])('bytes of %i bits have no meaning on this disk', (byteSize) => {
  expect(meaningless({ type: { type: 'L', byteSize }, structure: 'F', mode: 'S' })).toBe('local-byte-size');
});

test.each([
  ['I', 'F', 'S', 'bytes'],
  ['L', 'F', 'S', 'bytes'],
  ['A', 'F', 'S', 'never'],
  ['I', 'R', 'S', 'never'],
  ['I', 'F', 'B', 'markers'],
  ['A', 'F', 'C', 'markers'],
  ['E', 'R', 'B', 'markers'],
  ['I', 'P', 'B', 'never'],
  ['I', 'F', 'Z', 'never'],
] as const)('%s %s %s goes on by %s', (letter, structure, mode, manner) => {
  const type = TYPES.find((one) => one.type === letter);
  if (type === undefined) throw new Error('no such type');
  expect(restartManner({ type, structure, mode })).toBe(manner);
});
