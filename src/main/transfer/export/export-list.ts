import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isQueueOrder, type TransferQuery } from '#shared/model/transfer.ts';
import { asLocalFault } from '../../local/local-fault.ts';
import { partName } from '../../local/part-name.ts';
import type { TransferPage, TransferQueue } from '../requests/transfer-queue.ts';
import { exportedRow } from './exported-row.ts';
import { type ListFormat, listFormatOf } from './list-format.ts';

/** Rows that are asked for and written at a time: a search costs as much for one as for many. */
const PAGE = 10_000;

/**
 * Writes what a view shows into a file, CSV or JSON by its name: under a name of its own first, so that no half a list
 * stands under the chosen one. Of a queue that goes on meanwhile each row is as it was when its part was read.
 * Faults: local-file.
 */
export const exportList = async (
  queue: Pick<TransferQueue, 'read' | 'search'>,
  query: TransferQuery,
  path: string,
): Promise<void> => {
  const part = join(dirname(path), partName(basename(path)));
  try {
    const file = await open(part, 'w');
    try {
      await writeRows(file, listFormatOf(path), (offset) =>
        isQueueOrder(query) ? queue.read(query.list, offset, PAGE) : queue.search(query, offset, PAGE),
      );
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw asLocalFault(error, path, 'finishing');
  }
};

const writeRows = async (
  file: FileHandle,
  format: ListFormat,
  page: (offset: number) => TransferPage | Promise<TransferPage>,
): Promise<void> => {
  await file.write(format.head);
  let first = true;
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await page(offset);
    let text = '';
    for (const view of rows) {
      text += format.row(exportedRow(view), first);
      first = false;
    }
    await file.write(text);
    if (rows.length < PAGE) break;
  }
  await file.write(format.tail);
};
