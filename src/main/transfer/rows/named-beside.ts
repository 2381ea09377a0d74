import { dirname } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import { displayName, joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { pathWithin } from '../../local/path-within.ts';
import { isOneName } from './one-name.ts';
import type { TransferRow } from './transfer-row.ts';

/**
 * Where a download would be under another name, in the same folder.
 * Faults: `refused-here: unsafe-name`, `local-file: name-not-possible`.
 */
export const namedBesideHere = ({ localPath, refusal }: TransferRow, name: string): string =>
  // Of a row that was refused for its name the path is that of the folder.
  pathWithin(refusal === null ? dirname(localPath) : localPath, name);

/** Where an upload would be under another name, in the same directory. Faults: `refused-here: unsafe-name`. */
export const namedBesideThere = ({ remotePath, batch }: TransferRow, name: string): Pathname => {
  if (!isOneName(name)) {
    const detail = displayName(name);
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'unsafe-name', detail });
  }
  return joinPathname(parentPathname(remotePath), batch.names.write(name));
};
