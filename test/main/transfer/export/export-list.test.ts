import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type TransferQuery, type TransferView, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { exportList } from '../../../../src/main/transfer/export/export-list.ts';
import { transferView } from '../../../renderer/transfers/transfer-view-fixture.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';

const FAILED: TransferQuery = { ...WHOLE_QUEUE, list: 'failed' };

/** A queue of so many rows, which come by the thousand. */
const queueOf = (count: number, part: Partial<TransferView> = {}) => ({
  async *rowsOf(query: TransferQuery) {
    expect(query).toEqual(FAILED);
    for (let offset = 0; offset < count; offset += 1_000)
      yield Array.from({ length: Math.min(1_000, count - offset) }, (_, step) =>
        transferView({ id: offset + step + 1, name: `file ${offset + step}`, state: 'failed', ...part }),
      );
  },
});

test('JSON is an array of objects with what is known of each', async () => {
  const to = path.join(await scratchFolder(), 'list.json');
  const fault = { kind: 'reply', stage: 'transfer-command', command: 'RETR', code: 550, text: 'No such file' } as const;
  await exportList(queueOf(2, { fault, finishedMs: 1_000, size: null, verifiedBy: 'SHA-256' }), FAILED, to);
  const rows = JSON.parse(readFileSync(to, 'utf8'));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    name: 'file 0',
    state: 'failed',
    size: null,
    finished: '1970-01-01T00:00:01.000Z',
    starts: null,
    verifiedBy: 'SHA-256',
  });
  expect(rows[0].fault).toContain('550 No such file');
});

test('an empty list is an empty array', async () => {
  const to = path.join(await scratchFolder(), 'LIST.JSON');
  await exportList(queueOf(0), FAILED, to);
  expect(JSON.parse(readFileSync(to, 'utf8'))).toEqual([]);
});

test('many rows come by the page, each once', async () => {
  const to = path.join(await scratchFolder(), 'list.csv');
  await exportList(queueOf(2_500), FAILED, to);
  const lines = readFileSync(to, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(2_501);
  expect(new Set(lines).size).toBe(2_501);
});

test('where it goes wrong the file that was there stays, and nothing is left behind', async () => {
  const folder = await scratchFolder();
  const to = path.join(folder, 'list.csv');
  writeFileSync(to, 'the old one');
  const queue = {
    // biome-ignore lint/correctness/useYield: it goes wrong before
    async *rowsOf(): AsyncGenerator<readonly TransferView[], void, void> {
      throw new Error('gone');
    },
  };
  await expect(exportList(queue, FAILED, to)).rejects.toMatchObject({ fault: { kind: 'local-file' } });
  expect(readdirSync(folder)).toEqual(['list.csv']);
  expect(readFileSync(to, 'utf8')).toBe('the old one');
});

test('a folder that is not there is told by its name', async () => {
  const to = path.join(await scratchFolder(), 'nowhere', 'list.csv');
  await expect(exportList(queueOf(1), FAILED, to)).rejects.toMatchObject({
    fault: { kind: 'local-file', cause: 'not-found', path: to },
  });
});
