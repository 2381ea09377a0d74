import { fileURLToPath } from 'node:url';
import { TESTER } from './privilege.ts';
import { type RealServer, type RealServerOptions, startRealServer } from './real-server.ts';

/** pyftpdlib, without TLS: MLSD, MFMT, and modes written as Python does. */
export const startPyftpdlib = (options: Omit<RealServerOptions, 'tls'> = {}): Promise<RealServer> =>
  startRealServer('pyftpdlib', options, async ({ host, port, root }) => [
    'python3',
    fileURLToPath(new URL('pyftpdlib-server.py', import.meta.url)),
    host,
    String(port),
    root,
    TESTER.name,
    TESTER.password,
    options.between ? 'foreign' : 'own',
  ]);
