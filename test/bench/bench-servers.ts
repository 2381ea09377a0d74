import { startProftpd } from '../interop/servers/proftpd.ts';
import type { RealServer, RealServerOptions } from '../interop/servers/real-server.ts';
import { startVsftpd } from '../interop/servers/vsftpd.ts';
import { type DelayedLink, openDelayedLink } from './link/delayed-link.ts';

export interface BenchServer {
  readonly name: string;
  readonly start: (options: RealServerOptions) => Promise<RealServer>;
}

/** Fast ones, and what most sites run. */
const SERVERS: readonly BenchServer[] = [
  { name: 'vsftpd', start: startVsftpd },
  { name: 'ProFTPD', start: startProftpd },
];

/** Where a client runs that is measured: on the far end of a wire, or here. */
export interface Distance {
  readonly ms: number;
  readonly link: DelayedLink | null;
  /** The words before a client's command line. */
  readonly prefix: readonly string[];
}

/**
 * Each server wanted at each distance wanted, one after another; each is ended before the next.
 *
 * @param root the folder they serve
 */
export async function* serversAtDistances(
  root: string,
  delaysMs: readonly number[],
  only: string | null,
): AsyncGenerator<{ readonly name: string; readonly server: RealServer; readonly distance: Distance }> {
  for (const ms of delaysMs) {
    const link = ms === 0 ? null : await openDelayedLink(ms);
    const distance: Distance = { ms, link, prefix: link?.onClient ?? [] };
    try {
      for (const { name, start } of SERVERS) {
        if (only !== null && only.toLowerCase() !== name.toLowerCase()) continue;
        const server = await start({ root, ...(link ? { host: link.serverAddress } : {}) });
        try {
          yield { name, server, distance };
        } finally {
          await server.stop();
        }
      }
    } finally {
      await link?.close();
    }
  }
}
