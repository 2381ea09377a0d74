import { once } from 'node:events';
import { connect, createServer, type Server, type Socket, type TcpNetConnectOpts } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** One way to a data connection, good for one transfer. */
export interface DataPort {
  /** The connected socket; rejects after `timeout` milliseconds or where it cannot be had. */
  open(timeout: number): Promise<Socket>;
  close(): void;
}

/** What a data port has to know of its server. */
export interface DataPortOptions {
  /** The only address let in; null: anybody's. */
  readonly onlyFrom: string | null;
  /** Milliseconds from a connection that comes in until it stands. */
  readonly delay: number;
  /** Told of a connection as it comes in. */
  readonly onConnection: () => void;
}

/** Listens for the client (RFC 959 PASV, RFC 2428 EPSV). Answers the port listened on. */
export const listenForData = async (
  address: string,
  { onlyFrom, delay, onConnection }: DataPortOptions,
): Promise<DataPort & { readonly port: number }> => {
  // The first bytes may be a TLS handshake, which is not for this socket to read.
  const server = createServer({ pauseOnConnect: true });
  const socket = firstConnection(server);
  void socket.then(onConnection);
  server.listen(0, address);
  await once(server, 'listening');
  return {
    port: portOf(server),
    async open(timeout) {
      const connected = await within(timeout, socket);
      if (onlyFrom !== null && connected.remoteAddress !== onlyFrom) {
        connected.destroy();
        throw new Error('somebody else connected');
      }
      if (delay > 0) await pause(delay);
      return connected;
    },
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

/** Connects to the client (PORT, EPRT), as from `localAddress`. */
export const connectForData = (host: string, port: number, localAddress: string, strangerFirst: boolean): DataPort => {
  let stranger: Socket | null = null;
  return {
    async open(timeout) {
      if (strangerFirst) {
        stranger = connect({ host, port, localAddress: '127.0.0.2' });
        stranger.on('error', () => {});
        stranger.end('from somebody else');
        await within(timeout, once(stranger, 'connect'));
      }
      return call({ host, port, localAddress }, timeout);
    },
    close() {
      stranger?.destroy();
    },
  };
};

/**
 * Without PORT and PASV: from this server's default data port L-1 to the client's U, its control port (RFC 959 3.2).
 * Both ends being given, the last such connection may still be in TIME_WAIT (3.3: "the connection can not be reopened at
 * once"); Linux lets it go after a second, which is waited for. `localPort` null: from any port.
 */
export const callDefaultPort = (
  host: string,
  port: number,
  localAddress: string,
  localPort: number | null,
): DataPort => ({
  async open(timeout) {
    const until = Date.now() + timeout;
    for (let from = localPort; ; await pause(RETRY)) {
      try {
        return await call({ host, port, localAddress, ...(from === null ? {} : { localPort: from }) }, timeout);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        // Another program's port.
        if (code === 'EADDRINUSE' && from !== null) from = null;
        else if (code !== 'EADDRNOTAVAIL' || Date.now() > until) throw error;
      }
    }
  },
  close() {},
});

const RETRY = 20;

const call = async (options: TcpNetConnectOpts, timeout: number): Promise<Socket> => {
  const socket = connect(options);
  // The first bytes may be a TLS handshake, which is not for this socket to read.
  socket.pause();
  try {
    await within(timeout, once(socket, 'connect'));
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return socket;
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
