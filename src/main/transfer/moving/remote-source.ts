import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { exactTime } from '../decisions/compare-sides.ts';
import { type Job, leadsPerhapsToFolder, type SourceSide } from '../rows/job.ts';
import type { BetweenSource } from '../rows/transfer-row.ts';
import { readRange } from '../server/read-range.ts';
import { unlessRefused } from '../server/refusal.ts';
import type { UploadSource } from './upload-source.ts';

/** The two servers of a job between servers, and where the file stands on the first. */
export interface Between {
  readonly source: SourceSide;
  readonly from: BetweenSource;
}

/** Faults: `defect` for a job that has one server only. */
export const betweenOf = ({ source, row: { from } }: Job): Between => {
  if (source !== null && from !== null) return { source, from };
  throw new FaultError({
    kind: 'defect',
    stage: 'preparing',
    detail: 'a transfer between servers has one server only',
  });
};

/**
 * A file of the other server as what is stored: size and time as listed where that is exact and this is the first try,
 * else by SIZE and MDTM; what it refuses is unknown, and RETR will say why.
 * Faults: the engine's where they concern the connection.
 */
export const openRemoteSource = async (job: Job): Promise<UploadSource> => {
  const { row, queue, run, session, connection } = job;
  const { source, from } = betweenOf(job);
  const again = row.leftover !== null || row.tries.used > 0 || leadsPerhapsToFolder(row);
  const listedMs = exactTime(row.source.modified);
  const ask = (): Promise<readonly [number | null, number | null]> =>
    Promise.all([
      unlessRefused(source.connection.size(from.path)),
      unlessRefused(source.connection.modified(from.path)),
    ]);
  const [size, modifiedMs] = row.size === null || listedMs === null || again ? await ask() : [row.size, listedMs];
  if (size !== null) queue.setSize(row, size);
  return {
    size,
    modifiedMs: modifiedMs ?? listedMs,
    mode: row.source.mode ?? null,
    storeTo: async (target, path: Pathname, { parameters, start, counter, signal }) => {
      const watcher = await watcherOf(session, connection, run.abort.signal);
      const offset = start?.localBytes ?? 0;
      const options = { parameters, offset, allowClear: from.allowClear, watcher, counter, signal };
      await source.connection.copyTo(from.path, target, path, options);
      // Nothing of it passed here to be counted, and not every server could be watched.
      if (size !== null) counter.bytes = size - offset;
    },
    from: null,
    get checksums() {
      return source.connection.checksums;
    },
    read: (part) => readRange(source.connection, from.path, part, run.abort.signal),
    checksum: (algorithm, range) =>
      source.connection.checksum(from.path, { algorithm, range: range ?? null, signal: run.abort.signal }),
    expectUnchanged: async () => {
      const now = await ask();
      if (now[0] === size && (now[1] === null || modifiedMs === null || now[1] === modifiedMs)) return;
      const detail = `${from.path} was changed while it was sent`;
      throw new FaultError({ kind: 'protocol', stage: 'finishing', reason: 'size-mismatch', detail });
    },
  };
};

/** The connection for browsing the target can be asked how the file grows; not where there is no other than this one. */
const watcherOf = async (
  session: Job['session'],
  connection: UserFtp,
  signal: AbortSignal,
): Promise<UserFtp | null> => {
  if (session.view().status !== 'connected') return null;
  const browser = await session.browser(signal);
  return browser === connection ? null : browser;
};
