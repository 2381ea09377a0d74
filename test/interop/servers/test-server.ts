import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsScript } from '../../server-ftp/script.ts';
import { startServerFtp } from '../../server-ftp/server-ftp.ts';
import type { RealServer, RealServerOptions } from './real-server.ts';

/** The project's own test server as one more of the real ones: what the scenarios find in them, they find in it. */
export const startTestServer = async (options: RealServerOptions = {}): Promise<RealServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'longshore-test-server-'));
  const root = options.root ?? join(folder, 'root');
  await mkdir(root, { recursive: true });
  const address = options.host === '::1' ? options.host : '127.0.0.1';
  const server = await startServerFtp({
    root,
    address,
    ...(options.tls ? { tls: tlsScript(options.tls) } : {}),
    ...(options.mostConnections ? { mostConnections: options.mostConnections } : {}),
    ...(options.checksums ? { checksums: ['HASH', 'XCRC', 'XMD5', 'XSHA1', 'XSHA256', 'XSHA512'] } : {}),
  });
  return {
    host: server.host,
    port: server.port,
    user: server.user,
    password: server.password,
    root,
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};

const tlsScript = (version: NonNullable<RealServerOptions['tls']>): TlsScript => ({
  requireResumption: '522',
  clearControl: 'properly',
  ...(version === 'any' ? {} : { version }),
});
