import type * as contract from '#shared/contract/transfers.ts';
import { copyDropped } from '../../local/copy-tree.ts';
import type { TransferQueue } from '../../transfer/transfer-queue.ts';
import type { Handlers } from '../handlers.ts';

type Selection = Parameters<TransferQueue['pause']>[0];

export const transferHandlers = (queue: TransferQueue): Handlers<typeof contract> => {
  const onSelected =
    (act: (ids: Selection) => void) =>
    ({ ids }: { readonly ids: Selection }): null => {
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
    readTransfers: ({ offset, count }) => queue.read(offset, count),
    pauseTransfers: onSelected((ids) => queue.pause(ids)),
    resumeTransfers: onSelected((ids) => queue.resume(ids)),
    cancelTransfers: onSelected((ids) => queue.cancel(ids)),
    retryTransfers: ({ ids, allowClear = false }) => {
      queue.retry(ids, { allowClear });
      return null;
    },
    clearTransfers: onSelected((ids) => queue.clear(ids)),
  };
};
