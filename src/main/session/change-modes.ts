import type { BulkOutcome } from '#shared/contract/remote-files.ts';
import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { parentPathname } from '#shared/ftp/pathname.ts';
import { createTally, inLanes } from './bulk.ts';
import type { SessionAccess } from './session-access.ts';

/** RFC 959 4.2.2: 500 and 502 say that the command, 504 that its parameter is not known here. */
const isUnknownCommand = (error: unknown): boolean =>
  error instanceof FaultError && error.fault.kind === 'reply' && [500, 502, 504].includes(error.fault.code);

/** SITE CHMOD on each path; goes on after a failure and tells of each. `mode` is the nine permission bits. */
export const changeModes = async (
  session: SessionAccess & { cannotChangeMode(): void },
  paths: readonly Pathname[],
  mode: number,
): Promise<BulkOutcome> => {
  const tally = createTally();
  await inLanes(paths, async (path) => {
    await tally.attempt(path, async () => {
      const connection = await session.browser();
      await connection.changeMode(path, mode).catch((error: unknown) => {
        if (isUnknownCommand(error)) session.cannotChangeMode();
        throw error;
      });
    });
    session.forget(parentPathname(path));
  });
  return tally.outcome();
};
