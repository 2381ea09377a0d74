import type { Pathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../ftp/engine.ts';
import { unlessRefused } from '../transfer/server/refusal.ts';

/** Whether a pathname is a directory: CWD tells on every server, whatever its listings look like. */
export const isRemoteDirectory = async (connection: UserFtp, path: Pathname): Promise<boolean> =>
  (await unlessRefused(connection.changeDirectory(path))) !== null;
