import { open } from 'node:fs/promises';
import { localFault, locally } from './local-fault.ts';

/** Far more than a certificate with its chain and key takes. */
const MOST_BYTES = 1024 * 1024;

/**
 * All of a file that is expected to be small, such as a certificate.
 * Faults: `local-file` with stage `connecting`, also for one of more than 1 MiB.
 */
export const readSmallFile = (path: string): Promise<Uint8Array> =>
  locally(path, 'connecting', async () => {
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(MOST_BYTES + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      if (bytesRead > MOST_BYTES)
        throw localFault('other', path, 'more than 1 MiB, another file than meant', 'connecting');
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  });
