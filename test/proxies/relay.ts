import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy for tests, on this machine only. */
export interface TestProxy {
  readonly host: string;
  readonly port: number;
  /** What it was asked for, in order: `CONNECT files.test:21`, `BIND …`, the lines of one that speaks FTP. */
  readonly asked: readonly string[];
  /** Cuts every connection and stops listening; resolves when nothing is left. */
  close(): Promise<void>;
}

/** What tests have proxies do; the proxies' own files say more. */
export interface ProxyScript {
  /** Where it listens; 127.0.0.1 by default. */
  readonly address?: string;
  /** Without it, it wants no login. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Names that only the proxy can resolve, and their addresses. */
  readonly names?: Readonly<Record<string, string>>;
  /** Ports that its rules let nobody connect to. */
  readonly forbids?: readonly number[];
  /** It takes the request and says nothing more. */
  readonly silent?: boolean;
  /** Whatever it says leaves so many bytes at a time. */
  readonly bytesAtATime?: number;
}

/** What one connection to a proxy has to do with. */
export interface Visit {
  readonly client: Socket;
  ask(what: string): void;
  /** To be ended with the proxy. */
  track<T extends Socket | Server>(opened: T): T;
}

/** Serves each connection with `visit`, whose failure closes it. */
export const startProxy = async (
  address: string | undefined,
  visit: (visit: Visit) => Promise<void>,
): Promise<TestProxy> => {
  const asked: string[] = [];
  const open = new Set<Socket | Server>();
  const track = <T extends Socket | Server>(opened: T): T => {
    open.add(opened);
    opened.on('error', () => {});
    opened.once('close', () => open.delete(opened));
    return opened;
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    visit({ client: track(client), ask: (what) => asked.push(what), track }).catch(() => client.destroy());
  });
  const host = address ?? '127.0.0.1';
  const port = await listening(server, host);
  return {
    host,
    port,
    asked,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const one of open) 'destroy' in one ? one.destroy() : one.close();
      await closed;
    },
  };
};

export const listening = async (server: Server, host: string): Promise<number> => {
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
  return address.port;
};

/** So many bytes of what comes; what comes behind them stays in the socket. Rejects where it ends before. */
export const hear = async (socket: Socket, bytes: number): Promise<Buffer> => {
  if (bytes === 0) return Buffer.alloc(0);
  for (;;) {
    const heard: Buffer | null = socket.read(bytes);
    if (heard?.length === bytes) return heard;
    if (socket.readableEnded || socket.destroyed) throw new Error('ended');
    const heardOf = new AbortController();
    const { signal } = heardOf;
    await Promise.race([once(socket, 'readable', { signal }), once(socket, 'end', { signal })]).finally(() =>
      heardOf.abort(),
    );
  }
};

/** All up to and including `end`. */
export const hearThrough = async (socket: Socket, end: string): Promise<string> => {
  let text = '';
  while (!text.endsWith(end)) text += (await hear(socket, 1)).toString('latin1');
  return text;
};

/** Sends in pieces, each in a packet of its own where there is anybody to tell. */
export const say = async (socket: Socket, bytes: Uint8Array, atATime = bytes.length): Promise<void> => {
  for (let at = 0; at < bytes.length; at += atATime) {
    socket.write(bytes.subarray(at, at + atATime));
    if (atATime < bytes.length) await new Promise((resolve) => setImmediate(resolve));
  }
};

export const connected = async (host: string, port: number): Promise<Socket> => {
  const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
  await once(socket, 'connect');
  return socket;
};

/** Carries both ways until both are ended. */
export const relay = (one: Socket, other: Socket): void => {
  one.pipe(other).pipe(one);
  one.once('close', () => other.destroy());
  other.once('close', () => one.destroy());
};
