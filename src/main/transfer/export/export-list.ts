import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TransferQuery, TransferView } from '#shared/model/transfer.ts';
import { asLocalFault } from '../../local/local-fault.ts';
import { partName } from '../../local/part-name.ts';
import type { TransferQueue } from '../requests/transfer-queue.ts';
import { exportedRow } from './exported-row.ts';
import { type ListFormat, listFormatOf } from './list-format.ts';

/**
 * Writes what a view shows into a file, CSV or JSON by its name: under a name of its own first, so that no half a list
 * stands under the chosen one. Of a queue that goes on meanwhile it has what the view showed in the beginning, each row as it
 * was when its part was read.
 * Faults: local-file.
 */
export const exportList = async (
  queue: Pick<TransferQueue, 'rowsOf'>,
  query: TransferQuery,
  path: string,
): Promise<void> => {
  const part = join(dirname(path), partName(basename(path)));
  try {
    const file = await open(part, 'w');
    try {
      await writeRows(file, listFormatOf(path), queue.rowsOf(query));
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
  pages: AsyncIterable<readonly TransferView[]>,
): Promise<void> => {
  await file.write(format.head);
  let first = true;
  for await (const rows of pages) {
    let text = '';
    for (const view of rows) {
      text += format.row(exportedRow(view), first);
      first = false;
    }
    await file.write(text);
  }
  await file.write(format.tail);
};
