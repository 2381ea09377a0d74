import type { ByteString } from '../pathnames.ts';
import type { ServerState } from '../server-state.ts';
import type { Session } from '../session.ts';

/** By server and pathname: settles when nobody stores that file any more. */
const locks = new WeakMap<ServerState, Map<ByteString, Promise<void>>>();

/** Stores a file when nobody else does, where the script has files locked; at once where it has not. */
export const whenUnlocked = async (
  { server }: Session,
  path: ByteString,
  store: () => Promise<void>,
): Promise<void> => {
  if (!server.script.locksFiles) return store();
  const ofServer = locks.get(server) ?? new Map<ByteString, Promise<void>>();
  locks.set(server, ofServer);
  const stored = (ofServer.get(path) ?? Promise.resolve()).then(store);
  ofServer.set(
    path,
    stored.catch(() => {}),
  );
  return stored;
};
