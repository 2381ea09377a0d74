import { createServer, type Socket } from 'node:net';
import { type TcpConnectOptions, tcpConnect } from './tcp-connect.ts';

/** How often another port is tried where somebody else took the one just found. */
const TRIES = 5;

/** A TCP port that nobody used a moment ago, on all addresses of this machine. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no TCP port was given'));
      });
    });
  });

/**
 * As {@link tcpConnect}, from a port that was chosen before. A socket that is bound to a port on purpose has
 * SO_REUSEADDR from libuv (on Unix), so that another may listen on that port later; one whose port the system chose
 * has not.
 */
export const connectFromFreePort = async (options: TcpConnectOptions): Promise<Socket> => {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await tcpConnect({ ...options, localPort: await findFreePort() });
    } catch (error) {
      if (left === 1 || !isTaken(error)) throw error;
    }
  }
};

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
