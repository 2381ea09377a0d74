import { type Fault, FaultError } from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { TransferView } from '#shared/model/transfer.ts';

export type ExportedValue = string | number | null;

/** A transfer as others read it: names of columns for programs, times in UTC (ISO 8601), null for what there is not. */
export type ExportedRow = Readonly<Record<(typeof EXPORTED_COLUMNS)[number], ExportedValue>>;

export const EXPORTED_COLUMNS = [
  'name',
  'kind',
  'direction',
  'state',
  'site',
  'localPath',
  'remotePath',
  'targetSite',
  'targetPath',
  'size',
  'transferred',
  'priority',
  'tries',
  'added',
  'starts',
  'finished',
  'verifiedBy',
  'fault',
] as const;

/** What is written of one transfer. */
export const exportedRow = (view: TransferView): ExportedRow => ({
  name: displayName(view.name),
  kind: view.kind,
  direction: view.direction,
  state: view.state,
  site: displayName(view.siteTitle),
  localPath: view.localPath && displayName(view.localPath),
  remotePath: displayName(view.remotePath),
  targetSite: view.target && displayName(view.target.siteTitle),
  targetPath: view.target && displayName(view.target.path),
  size: view.size,
  transferred: view.transferred,
  priority: view.priority,
  tries: view.tries,
  added: isoTime(view.addedMs),
  starts: isoTime(view.startsMs),
  finished: isoTime(view.finishedMs),
  verifiedBy: view.verifiedBy,
  fault: view.fault && faultText(view.fault),
});

const isoTime = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** In the taxonomy's terms and with the words it came with, the same in every language. */
const faultText = (fault: Fault): string => new FaultError(fault).message;
