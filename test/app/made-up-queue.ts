import type { ElectronApplication } from '@playwright/test';
import type { TransferView } from '#shared/model/transfer.ts';

/** What the queue of a made-up main has: how many rows a list, and which of them are not like the others. */
export interface MadeUpQueue {
  readonly counts: Readonly<Record<'queue' | 'failed' | 'finished', number>>;
  /** By list and by their place in it. */
  readonly special?: Readonly<Record<string, Readonly<Record<number, Partial<TransferView>>>>>;
  /** Bytes a second of the last minutes, oldest first. */
  readonly rates?: { readonly down: readonly number[]; readonly up: readonly number[] };
}

/** A request that the made-up main was asked, but for those that read. */
export interface AskedOfQueue {
  readonly channel: string;
  readonly input: unknown;
}

/**
 * Puts a made-up main in the place of the real one for all that is asked from now on: lists longer than a test could
 * fill, and states that no test could wait for. Row `index` of the queue has the id `index + 1` and is called
 * `file 0000001` and so on; a text that is looked for finds every tenth row, after as long as a long search takes.
 */
export const makeUpQueue = (app: ElectronApplication, made: MadeUpQueue): Promise<void> =>
  app.evaluate(({ ipcMain, BrowserWindow }, { counts, special, rates }) => {
    const SEARCH_MS = 700;
    const asked: unknown[] = [];
    Reflect.set(globalThis, 'askedOfQueue', asked);
    const rowOf = (list: 'queue' | 'failed' | 'finished', index: number): unknown => ({
      id: { queue: 1, failed: 10_000_001, finished: 20_000_001 }[list] + index,
      sessionId: 's',
      siteTitle: 'ftp.example.org',
      direction: index % 3 === 2 ? 'upload' : 'download',
      kind: 'file',
      state: { queue: 'waiting', failed: 'failed', finished: 'done' }[list],
      name: `file ${String(index + 1).padStart(7, '0')}`,
      localPath: `/home/ada/file ${index + 1}`,
      remotePath: `/pub/file ${index + 1}`,
      target: null,
      size: 1_000_000,
      transferred: 0,
      folder: null,
      priority: 'normal',
      waitsFor: null,
      addedMs: 1_700_000_000_000 + index * 1_000,
      startsMs: null,
      retriesMs: null,
      finishedMs: list === 'queue' ? null : 1_700_000_000_000 + index * 1_000,
      tries: 0,
      connections: 0,
      verifiedBy: null,
      rate: 0,
      remainingMs: null,
      fault: null,
      ...special?.[list]?.[index],
    });
    interface Read {
      readonly query: { readonly list: 'queue' | 'failed' | 'finished'; readonly text: string };
      readonly offset: number;
      readonly count: number;
    }
    const read = async ({ query, offset, count }: Read): Promise<unknown> => {
      const step = query.text === '' ? 1 : 10;
      if (query.text !== '') await new Promise((resolve) => setTimeout(resolve, SEARCH_MS));
      const total = Math.floor(counts[query.list] / step);
      const length = Math.max(0, Math.min(count, total - offset));
      const rows = Array.from({ length }, (_, place) => rowOf(query.list, (offset + place) * step));
      return { version: 1, total, rows };
    };
    ipcMain.removeHandler('longshore:request');
    ipcMain.handle('longshore:request', async (_event, channel: string, input: Read) => {
      if (channel === 'transfers/read') return { ok: true, value: await read(input) };
      if (channel === 'transfers/read-rates') {
        return { ok: true, value: { stepMs: 1_000, down: rates?.down ?? [0, 0], up: rates?.up ?? [0, 0] } };
      }
      asked.push({ channel, input });
      return { ok: true, value: null };
    });
    const summary = {
      version: 1,
      count: counts.queue + counts.failed + counts.finished,
      counts: {
        waiting: counts.queue,
        active: 0,
        moving: 0,
        asking: 0,
        paused: 0,
        done: counts.finished,
        skipped: 0,
        failed: counts.failed,
        unknown: 0,
        cancelled: 0,
      },
      totalBytes: 4_000_000_000,
      transferredBytes: 1_500_000_000,
      rate: 3_000_000,
      remainingMs: 754_000,
      rates: { down: 2_400_000, up: 600_000 },
      whenDone: 'nothing',
    };
    const envelope = { channel: 'transfers/changed', sequence: 1_000_000, payloads: [summary], dropped: 0 };
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('longshore:event', envelope);
  }, made);

/** What was asked of it beside reading, oldest first. */
export const askedOfQueue = (app: ElectronApplication): Promise<readonly AskedOfQueue[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'askedOfQueue') as AskedOfQueue[]);
