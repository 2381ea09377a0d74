import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

// Below where systems take ports for connections of their own, so that L-1 is most likely free.
const FIRST = 20_000;
const LAST = 32_000;
const ATTEMPTS = 50;

/**
 * Listens for control connections on port L: `port`, or with null an odd one, so that the server's default data port
 * L-1 (RFC 959 3.2) is no other test server's L.
 */
export const listenOn = async (server: Server, host: string, port: number | null): Promise<AddressInfo> => {
  for (let attempt = 1; ; attempt += 1) {
    server.listen(port ?? randomInt(FIRST / 2, LAST / 2) * 2 + 1, host);
    try {
      await once(server, 'listening');
      break;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port !== null || attempt === ATTEMPTS) throw error;
    }
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
  return address;
};
