import type { Socket } from 'node:net';
import { type ConnectionCause, type Fault, FaultError, type Stage } from '#shared/fault.ts';
import type { ConnectOptions } from '../engine.ts';
import { plainAddress } from '../network/address.ts';
import { connectionCause, systemWords } from '../network/connection-cause.ts';
import { connectFromFreePort } from '../network/free-port.ts';
import { openTcp } from '../network/open-tcp.ts';
import { authorityOf, type Destination } from '../network/proxy/destination.ts';
import { ProxyFailure } from '../network/proxy/proxy-failure.ts';
import { nameOf } from '../network/proxy/tunnel.ts';
import { refuseThroughProxy, tunnelOf } from './proxy-limits.ts';

/** Milliseconds without traffic before TCP asks whether the peer is there: routers forget quiet connections. */
const KEEP_ALIVE_AFTER = 30_000;

/**
 * TCP to the server-PI, directly or through a proxy, or to the proxy that speaks FTP in its place.
 * Faults: `control-connection` and `refused-here`, stage `connecting`; `cancelled`.
 */
export const reachServer = async (options: ConnectOptions): Promise<Socket> => {
  const { signal, observer } = options;
  refuseThroughProxy(options);
  observer.note(`connecting to ${options.host} port ${options.port}${throughWhat(options)}`);
  const socket = await reach(options).catch((error) => {
    if (error instanceof FaultError) throw error;
    if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'connecting' }, { cause: error });
    throw new FaultError(unreached(options, error), { cause: error });
  });
  socket.setKeepAlive(true, KEEP_ALIVE_AFTER);
  const through = tunnelOf(options) === null ? '' : ' through the proxy';
  observer.note(`connected to ${through === '' ? plainAddress(socket.remoteAddress ?? '') : options.host}${through}`);
  return socket;
};

const throughWhat = ({ proxy }: ConnectOptions): string => {
  if (proxy === null) return '';
  return ` through ${proxy.kind === 'ftp' ? `FTP proxy ${authorityOf(proxy)}` : nameOf(proxy)}`;
};

/** TCP to the server, or to the proxy that speaks FTP in its place. */
const reach = (options: ConnectOptions): Promise<Socket> => {
  const { proxy, timeouts, signal } = options;
  const { host, port } = proxy?.kind === 'ftp' ? proxy : options;
  const asked = { host, port, timeoutMs: timeouts.connect, signal, onread: null };
  // The default data port is this connection's own, and has to be shared with it later.
  if (options.dataConnection === 'default-port') return connectFromFreePort(asked);
  return openTcp({ ...asked, tunnel: tunnelOf(options) });
};

const unreached = (options: ConnectOptions, error: unknown): Fault => {
  const { proxy } = options;
  const atProxy = proxy !== null && (proxy.kind === 'ftp' || error instanceof ProxyFailure);
  const cause = atProxy && proxy.kind === 'ftp' ? 'proxy-unreachable' : connectionCause(error);
  return lostControl(atProxy ? proxy : options, 'connecting', cause, systemWords(error));
};

/** The fault of a control connection that could not be had, or that is lost. */
export const lostControl = (
  { host, port }: Destination,
  stage: Stage,
  cause: ConnectionCause,
  detail: string,
): Fault => ({
  kind: 'control-connection',
  stage,
  cause,
  host,
  port,
  detail,
});
