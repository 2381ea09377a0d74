import { z } from 'zod';
import {
  PRIORITIES,
  type RateHistory,
  TRANSFER_LISTS,
  TRANSFER_SORTS,
  TRANSFER_STATES,
  type TransferId,
  type TransferQuery,
  type TransferSummary,
  type TransferView,
  WHEN_DONE,
} from '../model/transfer.ts';
import { answers, event, request } from './define.ts';
import { localPath, pathname, sessionId, transferChoice, transferItem } from './fields.ts';

const transferId = z.int().min(1);

const query = z.strictObject({
  list: z.enum([...TRANSFER_LISTS, 'all']),
  sort: z.strictObject({ by: z.enum(TRANSFER_SORTS), descending: z.boolean() }),
  text: z.string().max(1_024),
  direction: z.enum(['download', 'upload', 'between']).nullable(),
  state: z.enum(TRANSFER_STATES).nullable(),
}) satisfies z.ZodType<TransferQuery>;

/** Ids, everything there is, all that a view shows, or all of one site. */
const selection = z.union([
  z.literal('all'),
  z.array(transferId).max(100_000),
  z.strictObject({ query }),
  z.strictObject({ siteOf: transferId }),
]);

const items = z.array(transferItem).min(1).max(100_000);

/** How these files are moved; null: as the site's settings say. */
const transfer = transferChoice.nullable();

/** Puts downloads into the queue: `items` stand in the remote directory `from` and go into the local folder `to`. */
export const addDownloads = request(
  'transfers/add-downloads',
  z.strictObject({ sessionId, from: pathname, to: localPath, items, transfer }),
  answers<readonly TransferId[]>(),
);

/** Puts uploads into the queue: `items` stand in the local folder `from` and go into the remote directory `to`. */
export const addUploads = request(
  'transfers/add-uploads',
  z.strictObject({ sessionId, from: localPath, to: pathname, items, transfer }),
  answers<readonly TransferId[]>(),
);

/**
 * Puts transfers from one server to another into the queue: `items` stand in the directory `from` of one session and go
 * into the directory `to` of another. Without `transfer` they move as the target's site says. `allowClear` lets the data
 * go unencrypted where the servers cannot encrypt it between them although they are connected to with encryption;
 * without it such transfers fail.
 */
export const addBetween = request(
  'transfers/add-between',
  z.strictObject({
    fromSession: sessionId,
    from: pathname,
    toSession: sessionId,
    to: pathname,
    items,
    transfer: transferChoice.nullable().optional(),
    allowClear: z.boolean().optional(),
  }),
  answers<readonly TransferId[]>(),
);

/** Files and folders dropped from the desktop, by their paths; main looks up what each is. */
export const addDropped = request(
  'transfers/add-dropped',
  z.strictObject({ sessionId, paths: z.array(localPath).min(1).max(10_000), to: pathname, transfer }),
  answers<readonly TransferId[]>(),
);

/** Files and folders dropped from the desktop onto the local pane are copied, never moved. */
export const copyDropped = request(
  'transfers/copy-dropped',
  z.strictObject({ paths: z.array(localPath).min(1).max(10_000), to: localPath }),
  answers<null>(),
);

/** Rows that are read with one request at most. */
export const MOST_ROWS = 500;

/** Rows `offset` to `offset + count` of a view: only what is on screen ever crosses. */
export const readTransfers = request(
  'transfers/read',
  z.strictObject({ query, offset: z.int().min(0), count: z.int().min(0).max(MOST_ROWS) }),
  answers<{ readonly version: number; readonly total: number; readonly rows: readonly TransferView[] }>(),
);

export const pauseTransfers = request('transfers/pause', z.strictObject({ ids: selection }), answers<null>());
/** Those of a site that nobody is connected to have it connected. */
export const resumeTransfers = request('transfers/resume', z.strictObject({ ids: selection }), answers<null>());
export const cancelTransfers = request('transfers/cancel', z.strictObject({ ids: selection }), answers<null>());
/** `allowClear` as in `addBetween`: the person has seen that a transfer failed for want of encryption. */
export const retryTransfers = request(
  'transfers/retry',
  z.strictObject({ ids: selection, allowClear: z.boolean().optional() }),
  answers<null>(),
);
/** Tries one file that failed again under another name: here where it comes here, on the server where it goes there. */
export const retryUnderName = request(
  'transfers/retry-under-name',
  z.strictObject({ id: transferId, name: pathname }),
  answers<null>(),
);
/** Takes finished rows out of the list; with `all`, every row that is done, skipped or cancelled. */
export const clearTransfers = request('transfers/clear', z.strictObject({ ids: selection }), answers<null>());

/** Puts transfers, which stay in their order, before another one, or behind all where `before` is null; they take its priority. */
export const moveTransfers = request(
  'transfers/move',
  z.strictObject({ ids: z.array(transferId).min(1).max(10_000), before: transferId.nullable() }),
  answers<null>(),
);

export const prioritizeTransfers = request(
  'transfers/prioritize',
  z.strictObject({ ids: selection, priority: z.enum(PRIORITIES) }),
  answers<null>(),
);

/** Has them wait until a time, in milliseconds since the epoch; null: they begin when it is their turn. */
export const scheduleTransfers = request(
  'transfers/schedule',
  z.strictObject({ ids: selection, startsMs: z.number().min(0).nullable() }),
  answers<null>(),
);

/** Writes what a view shows into a file that the person chooses: CSV or JSON, by its name. False: none was chosen. */
export const exportTransfers = request('transfers/export', z.strictObject({ query }), answers<boolean>());

export const setWhenDone = request(
  'transfers/set-when-done',
  z.strictObject({ whenDone: z.enum(WHEN_DONE) }),
  answers<null>(),
);

/** The last minutes, for a graph. */
export const readRates = request('transfers/read-rates', z.strictObject({}), answers<RateHistory>());

/** Four times a second at most: each time the rows in sight are read and drawn. */
export const transfersChanged = event('transfers/changed', 'latest', answers<TransferSummary>(), { intervalMs: 250 });

/** A folder has new content: a transfer ended there, or another program changed it. Panes that show it refresh. */
export const folderChanged = event(
  'transfers/folder-changed',
  'latest',
  answers<{ readonly sessionId: string | null; readonly path: string }>(),
  { key: (place) => `${place.sessionId ?? ''}\n${place.path}` },
);
