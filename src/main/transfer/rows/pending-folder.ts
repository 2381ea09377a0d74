import type { Pathname } from '#shared/ftp/pathname.ts';

/** A folder that a folder row still has to read: where it stands and where its content goes. */
export interface PendingFolder {
  readonly localPath: string;
  readonly remotePath: Pathname;
  /** Between servers: where it stands on the other one. */
  readonly from?: Pathname;
}
