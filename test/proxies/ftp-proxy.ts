import { createServer, type Socket } from 'node:net';
import type { FtpProxyDialect } from '#shared/model/proxy.ts';
import {
  connected,
  hearThrough,
  listening,
  type ProxyScript,
  relay,
  say,
  startProxy,
  type TestProxy,
  type Visit,
} from './relay.ts';

export interface FtpProxyScript extends ProxyScript {
  readonly dialect: FtpProxyDialect;
  /** The reply to the command that names the server, in place of connecting. */
  readonly refuses?: string;
}

/** A proxy that speaks FTP: each passive port of the server gets one of the proxy's own in front of it. */
export const startFtpProxy = (script: FtpProxyScript): Promise<TestProxy> =>
  startProxy(script.address, async (visit) => {
    const { client, ask } = visit;
    const tell = (line: string): Promise<void> => say(client, Buffer.from(`${line}\r\n`), script.bytesAtATime);
    const hearLine = async (): Promise<string> => {
      const line = (await hearThrough(client, '\r\n')).trimEnd();
      ask(line.startsWith('PASS') ? 'PASS ****' : line);
      return line;
    };
    await tell('220 proxy ready');
    if (script.login !== undefined) {
      const user = await hearLine();
      await tell('331 who are you to the proxy?');
      const password = await hearLine();
      if (user !== `USER ${script.login.user}` || password !== `PASS ${script.login.password}`) {
        await tell('530 not known here');
        return;
      }
      await tell('230 now the server');
    }
    const line = await hearLine();
    const named = DIALECTS[script.dialect].exec(line)?.groups;
    if (script.refuses !== undefined || named === undefined) {
      await tell(script.refuses ?? '500 not this dialect');
      return;
    }
    const { host = '', port = '21', user } = named;
    const server = visit.track(await connected(script.names?.[host] ?? host, Number(port)));
    const greeting = await hearThrough(server, '\r\n');
    if (user === undefined) await tell(greeting.trimEnd());
    else server.write(`USER ${user}\r\n`);
    client.pipe(server);
    server.once('close', () => client.destroy());
    client.once('close', () => server.destroy());
    await carryReplies(visit, server, script.address ?? '127.0.0.1');
  });

const DIALECTS: Readonly<Record<FtpProxyDialect, RegExp>> = {
  'user-at-host': /^USER (?<user>[^@]+)@(?<host>[^:]+)(:(?<port>\d+))?$/,
  site: /^SITE (?<host>[^:]+)(:(?<port>\d+))?$/,
  open: /^OPEN (?<host>[^:]+)(:(?<port>\d+))?$/,
};

const carryReplies = async ({ client, track }: Visit, server: Socket, address: string): Promise<void> => {
  for (;;) {
    const line = await hearThrough(server, '\r\n');
    const port = /^229 .*\(\|\|\|(\d+)\|\)/.exec(line)?.[1];
    if (port === undefined) {
      client.write(line);
      continue;
    }
    const data = track(
      createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, async (socket) => {
        data.close();
        relay(track(socket), track(await connected('127.0.0.1', Number(port))));
      }),
    );
    client.write(`229 the proxy's own (|||${await listening(data, address)}|)\r\n`);
  }
};
