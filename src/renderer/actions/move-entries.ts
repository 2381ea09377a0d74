import { listRemote, renameRemote } from '#shared/contract/remote-files.ts';
import type { SessionId } from '#shared/model/session.ts';
import { ok, type Result } from '#shared/result.ts';
import { call, openStream } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import type { ListedEntry } from '../state/listing/listing-table.ts';
import { paneOf } from '../state/panes.ts';
import { type Place, SIDES, samePlace } from '../state/place.ts';
import { pathIn } from './join-place.ts';
import { refreshPane } from './open-place.ts';

type RemotePlace = Extract<Place, { kind: 'remote' }>;

/**
 * Moves files and folders from one folder of a server to another by giving them other paths (RNFR, RNTO). Servers put
 * a renamed file in the place of one that is there without a word, so the folder is listed afresh, and a name that is
 * taken stays where it is and is told of.
 * @param entries whose names can be joined to a path
 */
export const moveEntries = async (
  entries: readonly ListedEntry[],
  from: RemotePlace,
  to: RemotePlace,
): Promise<void> => {
  const { sessionId } = from;
  const taken = await namesIn(to);
  if (!taken.ok) return reportFault(taken.fault, { sessionId });
  for (const { name, shown } of entries) {
    if (taken.value.has(name)) {
      reportFault({ kind: 'refused-here', stage: 'preparing', reason: 'name-taken', detail: shown }, { sessionId });
    } else {
      await moveOne(sessionId, pathIn(from, name), pathIn(to, name));
    }
  }
  for (const side of SIDES) {
    const { place } = paneOf(side);
    if (samePlace(place, from) || samePlace(place, to)) refreshPane(side);
  }
};

const moveOne = async (sessionId: SessionId, from: string, to: string): Promise<void> => {
  const result = await call(renameRemote, { sessionId, from, to });
  if (!result.ok) reportFault(result.fault, { sessionId });
};

/** Chunks that main may send ahead. */
const CREDITS = 12;

/** The names in a folder as the server has them at this moment. */
const namesIn = ({ sessionId, path }: RemotePlace): Promise<Result<ReadonlySet<string>>> =>
  new Promise((resolve) => {
    const names = new Set<string>();
    const input = { sessionId, path, freshness: 'now' as const };
    openStream(listRemote, input, {
      credits: CREDITS,
      onChunk: (chunk) => {
        for (const name of chunk.names) names.add(name);
      },
      onEnd: () => resolve(ok(names)),
      onFault: (fault) => resolve({ ok: false, fault }),
    });
  });
