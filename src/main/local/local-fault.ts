import { FaultError, type LocalCause, type Stage } from '#shared/fault.ts';

const CAUSES: Readonly<Record<string, LocalCause>> = {
  ENOENT: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  ENOTDIR: 'not-a-directory',
  EISDIR: 'is-a-directory',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENAMETOOLONG: 'name-not-possible',
  EILSEQ: 'name-not-possible',
  EINVAL: 'name-not-possible',
};

const codeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;

/** Whether the system answered with this errno name, such as `ENOENT`. */
export const isErrno = (thrown: unknown, ...names: readonly string[]): boolean => {
  const code = codeOf(thrown);
  return code !== null && names.includes(code);
};

/** A fault about `path` that no errno stands behind. */
export const localFault = (cause: LocalCause, path: string, detail: string, stage: Stage = 'preparing'): FaultError =>
  new FaultError({ kind: 'local-file', stage, cause, path, detail });

/**
 * What the system threw about `path`, as a `local-file` fault; a FaultError stays what it is. An errno the table does
 * not know is `other`, with the system's words in the detail.
 */
export const asLocalFault = (thrown: unknown, path: string, stage: Stage = 'preparing'): FaultError => {
  if (thrown instanceof FaultError) return thrown;
  const cause = CAUSES[codeOf(thrown) ?? ''] ?? 'other';
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new FaultError({ kind: 'local-file', stage, cause, path, detail }, { cause: thrown });
};

/** Runs one call of the file system; what it throws becomes a fault about `path`. */
export const locally = async <T>(path: string, stage: Stage, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (thrown) {
    throw asLocalFault(thrown, path, stage);
  }
};
