import { basename, dirname, join } from 'node:path';
import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { FileTime } from '#shared/ftp/file-entry.ts';
import { unmarkedName } from '#shared/ftp/marked-name.ts';
import { displayName, joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import type { TransferItem } from '#shared/model/transfer.ts';
import { localFault } from '../../local/local-fault.ts';
import { lookUpLocal } from '../../local/local-listing.ts';
import { pathWithin } from '../../local/path-within.ts';
import type { Batch } from '../batches/batch.ts';
import { modeToKeep } from '../rows/mode-to-keep.ts';
import { isOneName } from '../rows/one-name.ts';
import type { BetweenSource, NewRow } from '../rows/transfer-row.ts';
import type { NamedItem } from './transfer-queue.ts';

/** The row of one selected entry of a remote directory; one whose name is not possible here begins as failed. */
export const newDownload = (batch: Batch, from: Pathname, to: string, item: NamedItem): NewRow => {
  const name = item.as ?? batch.names.read(item.name);
  const found = placeHere(to, item, name);
  return {
    batch,
    direction: 'download',
    source: {
      type: item.type,
      modified: item.modified ?? asListed(item.modifiedMs),
      chosen: true,
      ...modeToKeep(item),
    },
    kind: item.type === 'directory' ? 'folder' : 'file',
    name,
    localPath: found.path,
    remotePath: joinPathname(from, item.name),
    size: item.type === 'file' ? item.size : null,
    ...(found.refusal && { state: 'failed' as const, refusal: found.refusal }),
  };
};

/** The row of one selected entry of a local folder. */
export const newUpload = (batch: Batch, from: string, to: Pathname, item: NamedItem): NewRow => {
  const name = item.as ?? unmarkedName(item.name, process.platform);
  const { path, refusal } = placeThere(batch, to, item, name);
  return {
    batch,
    direction: 'upload',
    source: { type: item.type, modified: asOnDisk(item.modifiedMs), chosen: true },
    kind: item.type === 'directory' ? 'folder' : 'file',
    name,
    localPath: refusal ? from : join(from, item.name),
    remotePath: path,
    size: item.type === 'file' ? item.size : null,
    ...(refusal && { state: 'failed' as const, refusal }),
  };
};

/** The row of one selected entry of the directory `from.path` of another server. */
export const newBetween = (batch: Batch, from: BetweenSource, to: Pathname, item: NamedItem): NewRow => {
  const name = item.as ?? from.names.read(item.name);
  const { path, refusal } = placeThere(batch, to, item, name);
  return {
    batch,
    direction: 'between',
    source: {
      type: item.type,
      modified: item.modified ?? asListed(item.modifiedMs),
      chosen: true,
      ...modeToKeep(item),
    },
    kind: item.type === 'directory' ? 'folder' : 'file',
    name,
    localPath: '',
    remotePath: path,
    from: refusal ? from : { ...from, path: joinPathname(from.path, item.name) },
    size: item.type === 'file' ? item.size : null,
    ...(refusal && { state: 'failed' as const, refusal }),
  };
};

/** The row of one path dropped from the desktop, looked up first. */
export const newDropped = async (batch: Batch, path: string, to: Pathname): Promise<NewRow> => {
  const name = basename(path);
  const unread = { name, type: 'other', size: null, modifiedMs: null } as const;
  try {
    const entry = await lookUpLocal(path, name);
    if (entry === null) throw localFault('not-found', path, 'it is not there any more');
    const item = { name, type: entry.type, size: entry.size, modifiedMs: entry.modified?.epochMs ?? null };
    return newUpload(batch, dirname(path), to, item);
  } catch (thrown) {
    const fault = toFault(thrown, 'preparing');
    return { ...newUpload(batch, dirname(path), to, { ...unread, type: 'file' }), state: 'failed', fault };
  }
};

/** The pane says neither how exact the time is nor whether its zone was known, so neither is relied on. */
const asListed = (epochMs: number | null): FileTime | null =>
  epochMs === null ? null : { epochMs, precision: 'day', zone: 'unknown' };

/** The local disk's times are exact. */
const asOnDisk = (epochMs: number | null): FileTime | null =>
  epochMs === null ? null : { epochMs, precision: 'millisecond', zone: 'utc' };

/** Where a row goes, or why it cannot; then the path is that of the folder. */
interface Placed {
  readonly path: string;
  readonly refusal: Fault | null;
}

const placeHere = (to: string, item: NamedItem, name: string): Placed =>
  unlessRefused(to, () => ({ path: pathWithin(to, name), refusal: typeRefusal(item) }));

const placeThere = (batch: Batch, to: Pathname, item: NamedItem, name: string): Placed => {
  if (!isOneName(item.name) || !isOneName(name)) return { path: to, refusal: refused('unsafe-name', name) };
  return unlessRefused(to, () => {
    const refusal = typeRefusal(item);
    return { path: refusal === null ? joinPathname(to, batch.names.write(name)) : to, refusal };
  });
};

const unlessRefused = (to: string, place: () => Placed): Placed => {
  try {
    return place();
  } catch (thrown) {
    if (!(thrown instanceof FaultError)) throw thrown;
    return { path: to, refusal: thrown.fault };
  }
};

const typeRefusal = (item: TransferItem): Fault | null =>
  item.type === 'other' ? refused('not-supported', item.name) : null;

const refused = (reason: 'not-supported' | 'unsafe-name', name: string): Fault => ({
  kind: 'refused-here',
  stage: 'preparing',
  reason,
  detail: displayName(name),
});
