import type * as contract from '#shared/contract/transfers.ts';
import { isQueueOrder, type TransferSelection } from '#shared/model/transfer.ts';
import { copyDropped } from '../../local/copy-tree.ts';
import { exportList } from '../../transfer/export/export-list.ts';
import type { TransferQueue } from '../../transfer/requests/transfer-queue.ts';
import type { Handlers } from '../handlers.ts';
import type { Desktop } from './local-files.ts';

export const transferHandlers = (
  queue: TransferQueue,
  desktop: Pick<Desktop, 'chooseSaveFile'>,
): Handlers<typeof contract> => {
  const onSelected =
    (act: (ids: TransferSelection) => void) =>
    ({ ids }: { readonly ids: TransferSelection }): null => {
      act(ids);
      return null;
    };
  return {
    addDownloads: (wish) => queue.addDownloads(wish),
    addUploads: (wish) => queue.addUploads(wish),
    addBetween: (wish) => queue.addBetween(wish),
    addDropped: (wish) => queue.addDropped(wish),
    copyDropped: async ({ paths, to }) => {
      await copyDropped(paths, to);
      return null;
    },
    readTransfers: ({ query, offset, count }) =>
      isQueueOrder(query) ? queue.read(query.list, offset, count) : queue.search(query, offset, count),
    pauseTransfers: onSelected((ids) => queue.pause(ids)),
    resumeTransfers: onSelected((ids) => queue.resume(ids)),
    cancelTransfers: onSelected((ids) => queue.cancel(ids)),
    retryTransfers: ({ ids, allowClear = false }) => {
      queue.retry(ids, { allowClear });
      return null;
    },
    retryUnderName: async ({ id, name }) => {
      await queue.retryUnderName(id, name);
      return null;
    },
    clearTransfers: onSelected((ids) => queue.clear(ids)),
    moveTransfers: ({ ids, before }) => {
      queue.move(ids, before);
      return null;
    },
    prioritizeTransfers: ({ ids, priority }) => {
      queue.prioritize(ids, priority);
      return null;
    },
    scheduleTransfers: ({ ids, startsMs }) => {
      queue.schedule(ids, startsMs);
      return null;
    },
    exportTransfers: async ({ query }) => {
      const day = new Date().toISOString().slice(0, 10);
      const path = await desktop.chooseSaveFile(`transfers-${query.list}-${day}.csv`, ['csv', 'json']);
      if (path !== null) await exportList(queue, query, path);
      return path !== null;
    },
    setWhenDone: ({ whenDone }) => {
      queue.setWhenDone(whenDone);
      return null;
    },
    readRates: () => queue.rates(),
  };
};
