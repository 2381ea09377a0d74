import { once } from 'node:events';
import { connected, hearThrough, type ProxyScript, relay, say, startProxy, type TestProxy } from './relay.ts';

export interface HttpScript extends ProxyScript {
  /** The status and what follows it in place of connecting: `502 Bad Gateway`. */
  readonly refuses?: string;
  /** Lines behind a status of 200. */
  readonly headers?: readonly string[];
  /** An interim reply first. */
  readonly interim?: string;
  /** The header of the first connection waits for the server's first bytes, and leaves together with them. */
  readonly withGreeting?: boolean;
  /** In place of an answer: bytes, a FIN, or a header without end. */
  readonly breaks?: Uint8Array | 'close' | 'endless';
}

/** An HTTP proxy that knows CONNECT alone (RFC 9110 9.3.6) and does what its script says. */
export const startHttpProxy = (script: HttpScript = {}): Promise<TestProxy> => {
  let withGreeting = script.withGreeting === true;
  return startProxy(script.address, async ({ client, ask, track }) => {
    const header = await hearThrough(client, '\r\n\r\n');
    const [, host = '', port = ''] = /^CONNECT \[?([^\s\]]+)\]?:(\d+) HTTP\/1\.1\r\nHost: /.exec(header) ?? [];
    ask(`CONNECT ${host}:${port}`);
    const answer = (text: string): Promise<void> => say(client, Buffer.from(text), script.bytesAtATime);
    if (script.silent === true) return void (await once(client, 'close'));
    if (script.breaks !== undefined) {
      if (script.breaks === 'close') client.end();
      else if (script.breaks === 'endless') {
        client.write('HTTP/1.1 200 OK\r\n');
        const more = (): void => {
          while (!client.destroyed && client.write('X-More: of the same\r\n'.repeat(100)));
          if (!client.destroyed) client.once('drain', more);
        };
        more();
      } else client.write(script.breaks);
      await once(client, 'close');
      return;
    }
    const refused = script.forbids?.includes(Number(port)) === true ? '403 Forbidden' : script.refuses;
    if (refused !== undefined) {
      await answer(`HTTP/1.1 ${refused}\r\nContent-Length: 0\r\n\r\n`);
      client.end();
      return;
    }
    const { login } = script;
    if (login !== undefined && !header.includes(`Basic ${btoa(`${login.user}:${login.password}`)}\r\n`)) {
      await answer('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="tests"\r\n\r\n');
      client.end();
      return;
    }
    const upstream = track(await connected(script.names?.[host] ?? host, Number(port)));
    const first = withGreeting ? ((await once(upstream, 'data'))[0] as Buffer) : Buffer.alloc(0);
    upstream.pause();
    withGreeting = false;
    if (script.interim !== undefined) await answer(script.interim);
    const lines = ['HTTP/1.1 200 Connection established', ...(script.headers ?? [])];
    const established = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
    await say(client, Buffer.concat([established, first]), script.bytesAtATime);
    relay(client, upstream);
  });
};
