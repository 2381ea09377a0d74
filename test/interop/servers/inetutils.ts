import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVERS_ROOT } from './install.ts';
import { type RealServer, type RealServerOptions, startRealServer } from './real-server.ts';

/** The ftpd of GNU inetutils: FEAT only after login, no MLSD, no MFMT, no chroot; it knows the default data port. */
export const startInetutils = (options: Omit<RealServerOptions, 'tls'> = {}): Promise<RealServer> =>
  startRealServer('inetutils', options, async ({ host, port }) => [
    process.execPath,
    fileURLToPath(new URL('inetd.ts', import.meta.url)),
    host,
    String(port),
    join(SERVERS_ROOT, 'usr/sbin/ftpd'),
    '--auth=default',
  ]);
