import { describe, expect, test } from 'vitest';
import type { FileTime } from '#shared/ftp/file-entry.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import type { ConflictTarget } from '../../../../src/main/transfer/decisions/compare-sides.ts';
import { type ConflictDecision, decideConflict } from '../../../../src/main/transfer/decisions/conflict.ts';

const at = (seconds: number): FileTime => ({ epochMs: seconds * 1_000, precision: 'second', zone: 'utc' });
const file = (size: number | null, modified: FileTime | null = null): ConflictTarget => ({
  type: 'file',
  size,
  modified,
});
const source = { size: 10, modified: at(1_000) };
const folder: ConflictTarget = { type: 'directory', size: null, modified: null };
const link: ConflictTarget = { type: 'link', size: 10, modified: at(1) };

const inWords = (decision: ConflictDecision): string =>
  decision.kind === 'skip' ? `skip: ${decision.reason}` : decision.kind;

describe('a file that is there already', () => {
  test.each<[string, ConflictTarget, ConflictAction | 'ask' | null, string]>([
    ['nobody has said anything', file(5), null, 'ask'],
    ['a rule says to ask', file(5), 'ask', 'ask'],
    ['it is to be replaced', file(5), 'overwrite', 'overwrite'],
    ['it is to be left', file(5), 'skip', 'skip: there-already'],
    ['both are to be kept', file(5), 'rename', 'rename'],
    ['a folder is there', folder, 'overwrite', 'blocked'],
    ['a folder is there, and contents are to be compared', folder, 'different-content', 'blocked'],
    ['a folder is there, and is to be left', folder, 'skip', 'skip: there-already'],
    ['a folder is there, and both are to be kept', folder, 'rename', 'rename'],

    ['it is older', file(10, at(900)), 'newer', 'overwrite'],
    ['it is newer', file(5, at(1_100)), 'newer', 'skip: not-newer'],
    ['it is of the same time', file(5, at(1_000)), 'newer', 'skip: not-newer'],
    ['its time is not known', file(5, null), 'newer', 'ask'],
    ['a link is there, whose time is its own', link, 'newer', 'ask'],

    ['its size is another', file(11), 'different-size', 'overwrite'],
    ['its size is the same', file(10), 'different-size', 'skip: same-size'],
    ['its size is not known', file(null), 'different-size', 'ask'],
    ['a link is there, whose size is its own', link, 'different-size', 'ask'],

    ['its size is another, so its content is', file(11), 'different-content', 'overwrite'],
    ['its content may be the same', file(10), 'different-content', 'compare'],
    ['its size is not known, but it has a content', file(null), 'different-content', 'compare'],
    ['a link is there, which has no content of its own', link, 'different-content', 'ask'],

    ['a part of it is there', file(5), 'resume', 'resume'],
    ['all of it is there', file(10), 'resume', 'skip: all-there'],
    ['more than all of it is there', file(11), 'resume', 'ask'],
    ['nobody knows how much of it is there', file(null), 'resume', 'ask'],
    ['nothing of it is there yet', file(0), 'resume', 'overwrite'],
    ['a link is there in place of a part', { ...link, size: 5 }, 'resume', 'ask'],
  ])('where %s', (_, target, wanted, expected) => {
    expect(inWords(decideConflict(source, target, wanted, 'bytes'))).toBe(expected);
  });

  test.each(['markers', 'none'] as const)('where files go on by %s, a part of it is asked about', (by) => {
    expect(inWords(decideConflict(source, file(5), 'resume', by))).toBe('ask');
    expect(inWords(decideConflict(source, file(10), 'resume', by))).toBe('skip: all-there');
    expect(inWords(decideConflict({ ...source, size: null }, file(10), 'resume', by))).toBe('ask');
  });

  test('of text no sizes are compared, so that contents have to be', () => {
    const text = { ...source, size: null };
    expect(inWords(decideConflict(text, file(10), 'different-size', 'none'))).toBe('ask');
    expect(inWords(decideConflict(text, file(12), 'different-content', 'none'))).toBe('compare');
  });
});
