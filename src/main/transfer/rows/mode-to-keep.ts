import type { FileType } from '#shared/ftp/file-entry.ts';
import { modeOf } from '../../local/local-permissions.ts';
import type { SourceFacts } from './transfer-row.ts';

/** The owner may run it. */
const RUNS = 0o100;

/** What of its permissions a file takes along to a place where it is new. */
export const keptMode = (mode: number): number | null => (mode & RUNS ? mode & 0o777 : null);

/** The same of a listed entry, as a row has it: nothing for what is no file, or may not be run. */
export const modeToKeep = (entry: {
  readonly type: FileType;
  readonly permissions?: string | null | undefined;
}): Pick<SourceFacts, 'mode'> => {
  const { type, permissions } = entry;
  const mode = type === 'file' && typeof permissions === 'string' ? modeOf(permissions) : null;
  const kept = mode === null ? null : keptMode(mode);
  return kept === null ? {} : { mode: kept };
};
