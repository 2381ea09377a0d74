import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** One way to a data connection, good for one transfer. */
export interface DataPort {
  /** The connected socket; rejects after `timeout` milliseconds or where it cannot be had. */
  open(timeout: number): Promise<Socket>;
  close(): void;
}

/** Listens for the client (RFC 959 PASV, RFC 2428 EPSV). Answers the port listened on. */
export const listenForData = async (address: string): Promise<DataPort & { readonly port: number }> => {
  // The first bytes may be a TLS handshake, which is not for this socket to read.
  const server = createServer({ pauseOnConnect: true });
  const socket = firstConnection(server);
  server.listen(0, address);
  await once(server, 'listening');
  return {
    port: portOf(server),
    open: (timeout) => within(timeout, socket),
    close: () => {
      server.close();
      // A client that connected for a transfer that was never asked for is let go.
      void socket.then((connected) => connected.destroy());
    },
  };
};

/** A port of this machine where nobody listens. */
export const closedPort = async (address: string): Promise<number> => {
  const server = createServer();
  server.listen(0, address);
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
};

/** Connects to the client (PORT, EPRT, or its default data port), from `localPort` where that is asked for. */
export const connectForData = (host: string, port: number, strangerFirst: boolean, localPort?: number): DataPort => {
  let stranger: Socket | null = null;
  return {
    async open(timeout) {
      if (strangerFirst) {
        stranger = connect({ host, port, localAddress: '127.0.0.2' });
        stranger.on('error', () => {});
        stranger.end('from somebody else');
        await within(timeout, once(stranger, 'connect'));
      }
      const socket = connect({ host, port, ...(localPort ? { localPort } : {}) });
      // The first bytes may be a TLS handshake, which is not for this socket to read.
      socket.pause();
      const connected = once(socket, 'connect');
      await within(timeout, connected).catch((error: unknown) => {
        socket.destroy();
        throw error;
      });
      return socket;
    },
    close() {
      stranger?.destroy();
    },
  };
};

const firstConnection = (server: Server): Promise<Socket> =>
  new Promise((resolve) => {
    server.once('connection', (socket) => {
      server.close();
      socket.on('error', () => {});
      resolve(socket);
    });
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
  return address.port;
};

const within = <T>(milliseconds: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('nobody connected')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
