import type { TransferRow } from './transfer-row.ts';

/**
 * The place a row writes to, as a key. Names here that differ in case or composition only are one: on the disks of
 * macOS and Windows they are one file, and elsewhere waiting for each other costs nothing. There it is the server that
 * counts, whichever session leads to it.
 */
export const targetOf = ({ direction, localPath, remotePath, batch }: TransferRow): string =>
  direction === 'download' ? `here\n${localPath.normalize('NFC').toLowerCase()}` : `${batch.server}\n${remotePath}`;
