import { FaultError } from '#shared/fault.ts';
import { plainAddress } from '../network/address.ts';
import { bindAtProxy } from '../network/proxy/bind.ts';
import type { Destination } from '../network/proxy/destination.ts';
import type { Tunnel } from '../network/proxy/tunnel.ts';
import type { ActivePort } from './active.ts';
import { asDataFault, dataFault } from './data-fault.ts';

export interface ActiveByProxyOptions {
  readonly tunnel: Tunnel;
  /** Who will call, by the name the proxy was told. */
  readonly server: Destination;
  /** The server's address; null where only the proxy knows it, and turns others away. */
  readonly serverAddress: string | null;
  /** Milliseconds until the proxy listens. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
  /** Told of one who was turned away. */
  readonly onStranger: (address: string) => void;
}

/**
 * Has a SOCKS5 proxy listen for the server-DTP (RFC 1928 4, BIND), which it does for one call: a stranger's ends it.
 * Faults: `data-connection` with stage `preparing` where the proxy does not do it, `cancelled`.
 */
export const listenAtProxy = async (options: ActiveByProxyOptions): Promise<ActivePort> => {
  const { tunnel, server, serverAddress, timeoutMs, signal, onStranger } = options;
  const bound = await bindAtProxy(tunnel, server, timeoutMs, signal).catch((error) => {
    if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    throw asDataFault(error, 'preparing');
  });
  const ending = new AbortController();
  const called = bound.called(ending.signal);
  // Nobody may be waiting for it: the server may refuse the transfer command.
  called.catch(() => {});
  let accepted = false;

  return {
    host: bound.host,
    port: bound.port,
    async accept(patienceMs, turn) {
      accepted = true;
      let timer: NodeJS.Timeout | undefined;
      const tooLate = (): void => {
        const detail = `nobody called the proxy's port ${bound.port} in ${patienceMs / 1000} s`;
        ending.abort(dataFault('transfer-command', 'timeout', detail));
      };
      let here = false;
      void turn.then(() => {
        if (!here) timer = setTimeout(tooLate, patienceMs);
      });
      try {
        const caller = plainAddress((await called).host);
        if (serverAddress === null || caller === serverAddress) return bound.socket;
        onStranger(caller);
        bound.socket.destroy();
        throw dataFault('transfer-command', 'stranger', `only strangers called port ${bound.port}`);
      } catch (error) {
        throw asDataFault(error, 'transfer-command');
      } finally {
        here = true;
        clearTimeout(timer);
      }
    },
    close() {
      ending.abort(dataFault('transfer-command', 'closed', 'no longer wanted'));
      if (!accepted) bound.socket.destroy();
    },
  };
};
