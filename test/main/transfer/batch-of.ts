import { DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import { PLAIN_NAMES } from '../../../src/main/session/names/session-names.ts';
import { type Batch, createBatch } from '../../../src/main/transfer/batches/batch.ts';

/** A batch of which only what matters to the test has to be said. */
export const batchOf = (part: Partial<Pick<Batch, 'sessionId' | 'choice'>> = {}): Batch =>
  createBatch(
    {
      id: 1,
      sessionId: '1',
      siteTitle: 'site',
      server: 'host:21',
      names: PLAIN_NAMES,
      remembered: null,
      choice: DEFAULT_TRANSFER_CHOICE,
      ...part,
    },
    async () => ({ case: false, composition: false }),
  );
