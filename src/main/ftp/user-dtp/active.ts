import { createServer, type Server, type Socket } from 'node:net';
import { plainAddress } from '../network/address.ts';
import type { HostPort } from '../protocol/host-port.ts';
import { asDataFault, dataFault } from './data-fault.ts';

/**
 * A port on which we, or a proxy for us, wait for the server-DTP (RFC 959 3.2: the user-DTP must "listen" before the
 * command is sent).
 */
export interface ActivePort extends HostPort {
  /**
   * The one connection that comes from the server's address; others are closed and waited past.
   * @param turn from when on `timeoutMs` counts: the server may have other transfers before this one
   * Faults: `data-connection: timeout`, or `stranger` where others came and the server did not; stage `transfer-command`.
   */
  accept(timeoutMs: number, turn: Promise<void>): Promise<Socket>;
  /** Stops listening, and closes a connection that came and was not asked for; an accepted one stays. */
  close(): void;
}

export interface ActiveOptions {
  /** Our own address on the control connection. */
  readonly localAddress: string;
  /** The server's address on the control connection; null where it is not known: nobody is let in. */
  readonly serverAddress: string | null;
  /** Ports to choose from, first and last included; null: the system's choice. */
  readonly ports: readonly [first: number, last: number] | null;
  /** Told of each connection turned away. */
  readonly onStranger: (address: string) => void;
}

/** Listens on a free port. Faults: `data-connection` with stage `preparing` where there is none. */
export const listenActive = async (options: ActiveOptions): Promise<ActivePort> => {
  const { localAddress, serverAddress, onStranger } = options;
  const arrived = Promise.withResolvers<Socket>();
  // Nobody may be waiting for it: the server may refuse the transfer command.
  arrived.promise.catch(() => {});
  let strangers = 0;
  let accepted = false;
  const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (socket) => {
    const from = plainAddress(socket.remoteAddress ?? '');
    if (from === serverAddress) {
      server.close();
      arrived.resolve(socket);
      return;
    }
    strangers += 1;
    onStranger(from);
    socket.on('error', () => {});
    socket.destroy();
  });
  const port = await listenOnOne(server, localAddress, options.ports);
  server.on('error', (error) => arrived.reject(asDataFault(error, 'transfer-command')));

  return {
    host: localAddress,
    port,
    async accept(timeoutMs, turn) {
      accepted = true;
      let timer: NodeJS.Timeout | undefined;
      let here = false;
      const tooLate = (): void => {
        const detail = `nobody called port ${port} in ${timeoutMs / 1000} s`;
        const cause = strangers > 0 ? 'stranger' : 'timeout';
        arrived.reject(
          dataFault('transfer-command', cause, strangers > 0 ? `only strangers called port ${port}` : detail),
        );
      };
      void turn.then(() => {
        if (!here) timer = setTimeout(tooLate, timeoutMs);
      });
      try {
        return await arrived.promise;
      } finally {
        here = true;
        clearTimeout(timer);
      }
    },
    close() {
      server.close();
      arrived.reject(dataFault('transfer-command', 'closed', 'no longer wanted'));
      if (!accepted)
        arrived.promise.then(
          (socket) => socket.destroy(),
          () => {},
        );
    },
  };
};

const listenOnOne = async (server: Server, host: string, ports: ActiveOptions['ports']): Promise<number> => {
  const [first, last] = ports ?? [0, 0];
  for (let port = first; port < last; port += 1) {
    const taken = await listen(server, host, port).catch((error: unknown) => error);
    if (typeof taken === 'number') return taken;
  }
  return listen(server, host, last).catch((error: unknown) => {
    throw asDataFault(error, 'preparing');
  });
};

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
