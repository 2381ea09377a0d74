import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import {
  connected,
  hear,
  listening,
  type ProxyScript,
  relay,
  say,
  startProxy,
  type TestProxy,
  type Visit,
} from './relay.ts';

export interface SocksScript extends ProxyScript {
  /** BIND is a command that it does not know. */
  readonly knowsNoBind?: boolean;
  /** In place of whatever it would say from here on: bytes, silence, or a FIN. */
  readonly breaks?: { readonly at: 'method' | 'login' | 'reply'; readonly with: Uint8Array | 'silence' | 'close' };
  /** Names no address of its own when it listens (BIND). */
  readonly namesNoAddress?: boolean;
  /** Whoever is said to have called the port of a BIND, in place of the truth. */
  readonly caller?: string;
}

/** RFC 1928 6. */
const SUCCEEDED = 0;
const NOT_ALLOWED = 2;
const CONNECTION_REFUSED = 5;
const UNKNOWN_COMMAND = 7;

/** A SOCKS5 proxy (RFC 1928, RFC 1929) that does what its script says. */
export const startSocksProxy = (script: SocksScript = {}): Promise<TestProxy> =>
  startProxy(script.address, async (visit) => {
    const { client } = visit;
    const answer = async (at: NonNullable<SocksScript['breaks']>['at'], ...bytes: readonly number[]): Promise<void> => {
      if (script.breaks?.at !== at) return say(client, Uint8Array.from(bytes), script.bytesAtATime);
      if (script.breaks.with === 'close') client.end();
      else if (script.breaks.with !== 'silence') client.write(script.breaks.with);
      await once(client, 'close');
    };
    const [, methods = 0] = await hear(client, 2);
    const offered = await hear(client, methods);
    const method = script.login === undefined ? 0 : 2;
    await answer('method', 5, offered.includes(method) ? method : 0xff);
    if (script.login !== undefined) await answer('login', 1, (await knows(client, script.login)) ? 0 : 1);
    const [, command = 0, , kind = 0] = await hear(client, 4);
    const host = await hearHost(client, kind);
    const port = (await hear(client, 2)).readUInt16BE();
    visit.ask(`${command === 2 ? 'BIND' : 'CONNECT'} ${host}:${port}`);
    if (script.silent === true) return void (await once(client, 'close'));
    const reply = (code: number, address = '0.0.0.0', at = 0): Promise<void> =>
      answer('reply', 5, code, 0, 1, ...address.split('.').map(Number), at >> 8, at & 0xff);
    if (script.forbids?.includes(port) === true) return reply(NOT_ALLOWED);
    const address = script.names?.[host] ?? host;
    if (command === 2) return script.knowsNoBind === true ? reply(UNKNOWN_COMMAND) : bind(visit, script, reply);
    const upstream = await connected(address, port).catch(() => null);
    if (upstream === null) return reply(CONNECTION_REFUSED);
    await reply(SUCCEEDED);
    relay(client, visit.track(upstream));
  });

const bind = async (
  { client, track }: Visit,
  script: SocksScript,
  reply: (code: number, address?: string, port?: number) => Promise<void>,
): Promise<void> => {
  const server = track(createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }));
  const port = await listening(server, '127.0.0.1');
  const calls = once(server, 'connection');
  await reply(SUCCEEDED, script.namesNoAddress === true ? '0.0.0.0' : '127.0.0.1', port);
  const [caller]: Socket[] = await calls;
  if (caller === undefined) return;
  server.close();
  await reply(SUCCEEDED, script.caller ?? caller.remoteAddress, caller.remotePort);
  relay(client, track(caller));
};

const knows = async (client: Socket, login: { user: string; password: string }): Promise<boolean> => {
  const [, length = 0] = await hear(client, 2);
  const user = (await hear(client, length)).toString();
  const [secret = 0] = await hear(client, 1);
  const password = (await hear(client, secret)).toString();
  return user === login.user && password === login.password;
};

const hearHost = async (client: Socket, kind: number): Promise<string> => {
  if (kind === 1) return (await hear(client, 4)).join('.');
  if (kind === 4) return (await hear(client, 16)).toString('hex').replace(/(....)(?=.)/g, '$1:');
  const [length = 0] = await hear(client, 1);
  return (await hear(client, length)).toString('ascii');
};
