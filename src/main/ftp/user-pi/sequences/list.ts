import { FaultError } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ListOptions } from '../../engine.ts';
import { KEPT_TURN, type Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { evidenceOf, learn } from '../learn.ts';
import { listAsBest } from './list-as-best.ts';
import { listByData } from './list-by-data.ts';
import { listByStatus } from './list-by-status.ts';
import { isUnderstood, type ListOrder } from './list-order.ts';
import { workingDirectory } from './working-directory.ts';

/**
 * A directory listing: by the command that is asked for or that the site names, or else by the best one that the server
 * has, and where no data connection can be had by STAT, over the control connection, so that a person behind a firewall
 * sees it all the same.
 * Faults: as of a transfer, and `listing: too-long`.
 */
export const list = async (
  interpreter: Interpreter,
  path: Pathname,
  { signal, onEntries, command }: ListOptions,
  turn: Turn,
): Promise<ListingSummary> => {
  const { state, options } = interpreter;
  let told = false;
  const order: ListOrder = {
    path,
    signal,
    onEntries(entries: readonly FileEntry[]) {
      told ||= entries.length > 0;
      onEntries(entries);
    },
    // Held to the end: where the first command is refused, others follow in the same directory.
    turn: { ...KEPT_TURN, followed: turn.followed },
  };
  if (state.directory === null) await workingDirectory(interpreter);
  state.strayed = path !== state.directory;
  const chosen = command ?? options.listing.command;
  if (chosen === 'STAT') return (await listByStatus(interpreter, order)).summary;
  if (chosen !== 'auto') return (await listByData(interpreter, order, chosen)).summary;
  try {
    return (
      (options.learned.statLists ? await byStatus(interpreter, order) : null) ?? (await listAsBest(interpreter, order))
    );
  } catch (error) {
    const listed = told || !isAboutData(error) ? null : await byStatus(interpreter, order);
    if (listed === null) throw error;
    learn(interpreter, 'statLists', true, evidenceOf(error));
    return listed;
  }
};

/** The listing by STAT; null where the server does not list by it. */
const byStatus = async (interpreter: Interpreter, order: ListOrder): Promise<ListingSummary | null> => {
  try {
    const listed = await listByStatus(interpreter, order);
    return isUnderstood(listed) ? listed.summary : null;
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const { fault } = error;
    if (fault.kind === 'listing' || (fault.kind === 'reply' && fault.command === 'STAT')) return null;
    throw error;
  }
};

/** The commands that lead to a data connection (RFC 959 4.1.2, RFC 2428). */
const ROUTE_VERBS: ReadonlySet<string> = new Set(['EPSV', 'PASV', 'EPRT', 'PORT']);

/** Whether it was the data connection that could not be had; 425: the server could not make it (RFC 959 5.4). */
const isAboutData = (error: unknown): error is FaultError => {
  if (!(error instanceof FaultError)) return false;
  const { fault } = error;
  return (
    fault.kind === 'data-connection' ||
    (fault.kind === 'reply' && (fault.code === 425 || ROUTE_VERBS.has(fault.command ?? ''))) ||
    (fault.kind === 'protocol' && fault.reason === 'malformed-address')
  );
};
