import type * as contract from '#shared/contract/console.ts';
import { KNOWN_COMMANDS } from '../../ftp/known-commands.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import type { Handlers } from '../handlers.ts';

export const consoleHandlers = (registry: SessionRegistry): Handlers<typeof contract> => ({
  runCommand: async ({ sessionId, line }) => {
    const session = registry.require(sessionId);
    const { listing } = await (await session.browser()).raw(session.names.write(line));
    if (listing) session.listed(listing);
    return null;
  },
  listCommands: () => KNOWN_COMMANDS,
});
