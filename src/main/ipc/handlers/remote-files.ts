import type * as contract from '#shared/contract/remote-files.ts';
import { parentPathname } from '#shared/ftp/pathname.ts';
import { changeModes } from '../../session/change-modes.ts';
import { deleteTree } from '../../session/delete-tree.ts';
import { chunksOf } from '../../session/directory-table.ts';
import { readableFault } from '../../session/names/readable-fault.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import type { Handlers } from '../handlers.ts';

export const remoteFileHandlers = (registry: SessionRegistry): Handlers<typeof contract> => ({
  listRemote: async function* ({ sessionId, path: asked, freshness }, signal) {
    const session = registry.require(sessionId);
    const { read, show } = session.names;
    const { path, following } = await session.follow(asked, freshness, signal);
    try {
      const summary = yield* chunksOf(following.table, signal, read);
      const notUnderstood = summary.notUnderstood.map(show);
      return { path, shownPath: read(path), summary: { ...summary, notUnderstood } };
    } finally {
      following.release();
    }
  },
  makeRemoteDirectory: async ({ sessionId, path }) => {
    const session = registry.require(sessionId);
    await (await session.browser()).makeDirectory(path);
    session.forget(parentPathname(path));
    return null;
  },
  renameRemote: async ({ sessionId, from, to }) => {
    const session = registry.require(sessionId);
    await (await session.browser()).rename(from, to);
    session.forget(parentPathname(from));
    session.forget(parentPathname(to));
    return null;
  },
  deleteRemote: async ({ sessionId, entries }) => {
    const session = registry.require(sessionId);
    return readableOutcome(await deleteTree(session, entries), session);
  },
  changeRemoteMode: async ({ sessionId, paths, mode }) => {
    const session = registry.require(sessionId);
    return readableOutcome(await changeModes(session, paths, mode), session);
  },
});

const readableOutcome = ({ done, failures }: contract.BulkOutcome, { names }: SessionAccess): contract.BulkOutcome => ({
  done,
  failures: failures.map(({ path, fault }) => ({ path, fault: readableFault(fault, names) })),
});
