import { describe, expect, test } from 'vitest';
import { DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { goingOn, isWholeWithoutReply, sizesComparable } from '../../../../src/main/transfer/decisions/choice-facts.ts';

const choiceOf = (part: Partial<TransferChoice>): TransferChoice => ({ ...DEFAULT_TRANSFER_CHOICE, ...part });
const TEXT = { type: 'A', format: 'N' } as const;
const EBCDIC = { type: 'E', format: 'N' } as const;

describe('a file is as long here as there, and goes on', () => {
  test.each<[string, Partial<TransferChoice>, boolean, string]>([
    ['as bytes', {}, true, 'bytes'],
    ['as local bytes of 8 bits', { type: { type: 'L', byteSize: 8 } }, true, 'bytes'],
    ['as local bytes of other sizes', { type: { type: 'L', byteSize: 36 } }, false, 'none'],
    ['as text', { type: TEXT }, false, 'none'],
    ['as EBCDIC', { type: EBCDIC }, false, 'none'],
    ['in records', { structure: 'R' }, false, 'none'],
    ['in pages', { structure: 'P' }, false, 'none'],
    ['deflated', { mode: 'Z' }, true, 'none'],
    ['in blocks', { mode: 'B' }, true, 'markers'],
    ['compressed', { mode: 'C' }, true, 'markers'],
    ['as text in blocks', { type: TEXT, mode: 'B' }, false, 'markers'],
    ['in records, compressed', { structure: 'R', mode: 'C' }, false, 'markers'],
  ])('%s', (_, part, comparable, by) => {
    expect(sizesComparable(choiceOf(part))).toBe(comparable);
    expect(goingOn(choiceOf(part))).toBe(by);
  });
});

describe('without the completion reply data is whole', () => {
  test.each<[string, Partial<TransferChoice>, number | null, number, boolean]>([
    ['where it has the right length', {}, 10, 10, true],
    ['not where it has another', {}, 10, 9, false],
    ['not where nobody knows the length', {}, null, 10, false],
    ['not where lengths say nothing', { type: TEXT }, 10, 10, false],
    ['where records mark their end', { structure: 'R' }, 10, 14, true],
    ['where deflate marks its end', { mode: 'Z' }, null, 10, true],
    ['not where deflate marks an end at another length', { mode: 'Z' }, 10, 9, false],
    ['not in blocks: some of it may be suspect', { mode: 'B' }, 10, 10, false],
    ['not compressed', { structure: 'R', mode: 'C' }, 10, 10, false],
  ])('%s', (_, part, size, received, whole) => {
    expect(isWholeWithoutReply(choiceOf(part), size, received)).toBe(whole);
  });
});
