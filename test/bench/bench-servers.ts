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

/** What a work needs of its servers and of the wire to them. */
interface Further extends Pick<RealServerOptions, 'tls'> {
  /** Of the largest packet on a wire that has a length. */
  readonly packetBytes?: number;
}

/**
 * Each server wanted at each distance wanted, one after another; each is ended before the next.
 *
 * @param root the folder they serve
 * @param only the name of the one server wanted; null: all
 */
export async function* serversAtDistances(
  root: string,
  delaysMs: readonly number[],
  only: string | null,
  { packetBytes, ...further }: Further = {},
): AsyncGenerator<{ readonly name: string; readonly server: RealServer; readonly distance: Distance }> {
  for (const ms of delaysMs) {
    const link = ms === 0 ? null : await openDelayedLink(ms, packetBytes);
    const distance: Distance = { ms, link, prefix: link?.onClient ?? [] };
    try {
      for (const { name, start } of SERVERS) {
        if (only !== null && only.toLowerCase() !== name.toLowerCase()) continue;
        const server = await start({ ...further, root, ...(link ? { host: link.serverAddress } : {}) });
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
