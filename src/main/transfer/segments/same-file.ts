import type { Pathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import type { SourceNow } from '../moving/resume.ts';
import { unlessRefused } from '../server/refusal.ts';

/**
 * Whether a connection shows the file that was begun with: of several servers behind one name each may have another, and
 * a file may change while it is moved. The size has to be the same, and the time where both are known.
 * Faults: the engine's where they concern the connection.
 */
export const isSameFile = async (connection: UserFtp, path: Pathname, begun: SourceNow): Promise<boolean> => {
  const [size, modifiedMs] = await Promise.all([
    unlessRefused(connection.size(path)),
    begun.modifiedMs === null ? null : unlessRefused(connection.modified(path)),
  ]);
  return size !== null && size === begun.size && (modifiedMs === null || modifiedMs === begun.modifiedMs);
};
