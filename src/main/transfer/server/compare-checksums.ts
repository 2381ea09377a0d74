import { FaultError } from '#shared/fault.ts';
import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../../ftp/engine.ts';

/** A file that checksums can be had of. */
export interface Checkable {
  /** Those that can be had, the ones that tell most first; fewer where some turn out not to be there. */
  readonly checksums: readonly ChecksumAlgorithm[];
  /** Hex in lower case; null where it is not told. */
  checksum(algorithm: ChecksumAlgorithm): Promise<string | null>;
}

/** A file on a server. */
export const onServer = (connection: UserFtp, path: Pathname, signal: AbortSignal): Checkable => ({
  get checksums() {
    return connection.checksums;
  },
  checksum: (algorithm) => connection.checksum(path, { algorithm, range: null, signal }),
});

/** A file here. */
export const onDisk = (checksum: Checkable['checksum']): Checkable => ({ checksums: CHECKSUM_ALGORITHMS, checksum });

/**
 * Compares a copy with its source by the checksum that tells most of those both have; both are calculated at the same time.
 *
 * @returns which one it was; null where there is none that both tell
 * Faults: `content-mismatch` with both values; the engine's where they concern the connection.
 */
export const compareContent = async (source: Checkable, copy: Checkable): Promise<ChecksumAlgorithm | null> => {
  for (let algorithm = common(source, copy); algorithm !== null; ) {
    const [expected, found] = await Promise.all([source.checksum(algorithm), copy.checksum(algorithm)]);
    if (expected !== null && found !== null) {
      if (expected !== found) throw contentMismatch(algorithm, expected, found);
      return algorithm;
    }
    const next = common(source, copy);
    // Still said to be there: it is this file that it is not told of.
    if (next === algorithm) return null;
    algorithm = next;
  }
  return null;
};

const common = (source: Checkable, copy: Checkable): ChecksumAlgorithm | null =>
  source.checksums.find((algorithm) => copy.checksums.includes(algorithm)) ?? null;

const contentMismatch = (algorithm: ChecksumAlgorithm, expected: string, found: string): FaultError =>
  new FaultError({
    kind: 'protocol',
    stage: 'finishing',
    reason: 'content-mismatch',
    detail: `${algorithm} is ${found} where ${expected} was expected`,
  });

/** Whether what is compared turned out to be different. */
export const isMismatch = (thrown: unknown): boolean =>
  thrown instanceof FaultError &&
  thrown.fault.kind === 'protocol' &&
  (thrown.fault.reason === 'content-mismatch' || thrown.fault.reason === 'size-mismatch');
