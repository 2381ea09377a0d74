import { expect, test } from 'vitest';
import { TargetLocks } from '../../../../src/main/transfer/rows/target-locks.ts';
import { createRow, type TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from '../batch-of.ts';

const batch = batchOf();

const download = (id: number, localPath: string): TransferRow =>
  createRow(id, id, {
    batch,
    direction: 'download',
    source: { type: 'file', modified: null, chosen: true },
    kind: 'file',
    name: 'x',
    localPath,
    remotePath: '/x',
    size: null,
  });

test.each([
  ['/f/readme', '/f/README'],
  ['/f/caf\u00e9', '/f/cafe\u0301'],
])('%s and %s may be one file on this disk: one waits for the other', (one, other) => {
  const woken: number[] = [];
  const locks = new TargetLocks((row) => woken.push(row.id));
  const first = download(1, one);
  expect(locks.take(first)).toBe(true);
  expect(locks.take(download(2, other))).toBe(false);
  expect(locks.take(download(3, '/f/another'))).toBe(true);
  locks.release(first);
  expect(woken).toEqual([2]);
});
