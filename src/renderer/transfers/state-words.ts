import type { TransferView } from '#shared/model/transfer.ts';

/** What the state of a transfer is called: the name of a sentence in `locales/<language>/transfers.json`, and its values. */
export type StateWords =
  | { readonly key: `state.${TransferView['state']}` | 'readingFolder' | 'waitsFor.connection' | 'waitsFor.request' }
  | { readonly key: 'overConnections'; readonly connections: number }
  | { readonly key: 'filesOf'; readonly finished: number; readonly files: number }
  | { readonly key: 'filesOfFailed'; readonly finished: number; readonly files: number; readonly failed: number }
  | { readonly key: 'waitsFor.time'; readonly atMs: number }
  | { readonly key: 'waitsFor.retry'; readonly inMs: number; readonly attempt: number }
  | { readonly key: 'waitsFor.retryNow'; readonly attempt: number };

/**
 * The state of a transfer, and where it waits, for what.
 * @param nowMs milliseconds since the epoch
 */
export const stateWords = (view: TransferView, nowMs: number): StateWords => {
  const { state, kind, folder, connections } = view;
  if (kind === 'folder' && state === 'active') return { key: 'readingFolder' };
  if (state === 'moving' && folder !== null && folder.files > 0) {
    const { files, finished, failed } = folder;
    return failed === 0 ? { key: 'filesOf', finished, files } : { key: 'filesOfFailed', finished, files, failed };
  }
  if (state === 'active' && connections > 1) return { key: 'overConnections', connections };
  return (state === 'waiting' ? waitingWords(view, nowMs) : null) ?? { key: `state.${state}` };
};

const waitingWords = ({ waitsFor, startsMs, retriesMs, tries }: TransferView, nowMs: number): StateWords | null => {
  if (waitsFor === 'connection' || waitsFor === 'request') return { key: `waitsFor.${waitsFor}` };
  if (waitsFor === 'time' && startsMs !== null) return { key: 'waitsFor.time', atMs: startsMs };
  if (waitsFor !== 'retry') return null;
  const attempt = tries + 1;
  if (retriesMs === null || retriesMs <= nowMs) return { key: 'waitsFor.retryNow', attempt };
  return { key: 'waitsFor.retry', inMs: retriesMs - nowMs, attempt };
};
