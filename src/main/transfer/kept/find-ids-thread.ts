/** The thread that looks through the rows of the queue: its own connection reads the store while the main thread writes. */

import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { FoundIds, Search } from './find-ids-beside.ts';
import { addFolding, findIds } from './query-sql.ts';

const database = new DatabaseSync(String(workerData), { readOnly: true, timeout: 5_000 });
addFolding(database);

parentPort?.on('message', ({ number, statement }: Search) => {
  try {
    const ids = findIds(database, statement);
    parentPort?.postMessage({ number, ids } satisfies FoundIds, [ids.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ number, error: String(error) } satisfies FoundIds);
  }
});
