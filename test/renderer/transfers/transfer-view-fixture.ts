import type { TransferView } from '#shared/model/transfer.ts';

/** A row of the queue of which only what matters to the test has to be said. */
export const transferView = (part: Partial<TransferView>): TransferView => ({
  id: 1,
  sessionId: 's',
  siteTitle: 'site',
  direction: 'download',
  kind: 'file',
  state: 'active',
  name: 'a',
  localPath: '/a',
  remotePath: '/a',
  target: null,
  size: 100,
  transferred: 0,
  rate: 0,
  remainingMs: null,
  fault: null,
  ...part,
});
