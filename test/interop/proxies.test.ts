import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPathname } from '#shared/ftp/pathname.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions, ProxyOptions, UserFtp } from '../../src/main/ftp/engine.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { certificateFile } from './servers/certificate-files.ts';
import { availableServers } from './servers/every-server.ts';
import { HIDDEN_NAME } from './servers/private-system.ts';
import { TESTER } from './servers/privilege.ts';
import { startProftpd } from './servers/proftpd.ts';
import { startDante, startFtpProxy, startMicrosocks, startTinyproxy } from './servers/proxies.ts';
import type { RealServer, RealServerOptions } from './servers/real-server.ts';
import { startVsftpd } from './servers/vsftpd.ts';

const { reason } = await availableServers();

/** A server or a proxy that runs while the tests of a block do. */
const running = (start: () => Promise<RealServer>): (() => RealServer) => {
  let one: RealServer | undefined;
  beforeAll(async () => {
    one = await start();
  });
  afterAll(() => one?.stop());
  return () => {
    if (one === undefined) throw new Error('it does not run');
    return one;
  };
};

const TRANSFERS = 6;

/** Stores, retrieves and lists, and expects to find what was stored. */
const moveAll = async (connection: UserFtp): Promise<void> => {
  const content = randomBytes(300_000);
  for (let count = 0; count < TRANSFERS; count += 2) {
    const path = joinPathname(connection.home, `file-${count}`);
    await storeAll(connection, path, content);
    expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
  }
  const { entries } = await listAll(connection, connection.home);
  expect(entries.filter(({ size }) => size === content.length)).toHaveLength(TRANSFERS / 2);
};

const TUNNELS = [
  { name: 'dante', kind: 'socks5', start: startDante },
  { name: 'microsocks', kind: 'socks5', start: startMicrosocks },
  { name: 'tinyproxy', kind: 'http', start: startTinyproxy },
] as const;

const SERVERS: readonly {
  readonly name: string;
  readonly start: (options: RealServerOptions) => Promise<RealServer>;
}[] = [
  { name: 'vsftpd', start: startVsftpd },
  { name: 'ProFTPD', start: startProftpd },
];

if (reason !== null) {
  describe('the real proxies', () => {
    it.skip(`do not run here: ${reason}`, () => {});
  });
}

describe.runIf(reason === null).each(TUNNELS)('through $name', ({ name, kind, start }) => {
  const proxy = running(start);
  const server = running(startVsftpd);
  const proxyWith = (password: string | null): ProxyOptions => {
    const { host, port } = proxy();
    return { kind, host, port, user: password === null ? null : TESTER.name, password };
  };
  const through = (options: Partial<ConnectOptions> = {}): Promise<UserFtp> =>
    connectTo(server(), { proxy: proxyWith(TESTER.password), ...options });

  it('lists, uploads and downloads at a name that only the proxy can resolve', async () => {
    await expect(lookup(HIDDEN_NAME)).rejects.toThrow();
    await moveAll(await through({ host: HIDDEN_NAME }));
  });

  it('has several connections at a time', async () => {
    const all = await Promise.all([through(), through(), through()]);
    await Promise.all(all.map((connection) => listAll(connection, connection.home)));
  });

  it.each([null, 'wrong'])('is told apart from the server where it refuses the password %j', async (password) => {
    const { host, port } = proxy();
    await expect(through({ proxy: proxyWith(password) })).rejects.toMatchObject({
      fault: { kind: 'control-connection', stage: 'connecting', cause: 'proxy-login', host, port },
    });
  });

  it('is told apart from the server where that cannot be reached', async () => {
    await expect(through({ port: 1 })).rejects.toMatchObject({
      fault: { kind: 'control-connection', stage: 'connecting', cause: 'proxy-failed', port: proxy().port },
    });
  });

  if (name === 'dante') {
    it('has it listen for active data connections', async () => {
      await moveAll(await through({ dataConnection: 'active' }));
    });
  }

  describe.each(SERVERS)('to $name', ({ start: startServer }) => {
    describe.each(['TLSv1.2', 'TLSv1.3'] as const)('under %s', (version) => {
      const secured = running(() => startServer({ tls: version }));

      it('every data connection resumes the session, as the server demands', async () => {
        const notes: string[] = [];
        const { tls, observer } = defaultConnectOptions();
        const connection = await connectTo(secured(), {
          host: 'localhost',
          security: 'explicit',
          proxy: proxyWith(TESTER.password),
          tls: {
            ...tls,
            minVersion: version,
            maxVersion: version,
            ca: [readFileSync(certificateFile('root'), 'utf8')],
          },
          observer: { ...observer, note: (text) => notes.push(text) },
        });
        expect(connection.tlsProtocol).toBe(version);
        await moveAll(connection);
        expect(notes.filter((note) => note.includes('session resumed'))).toHaveLength(TRANSFERS + 1);
        expect(notes.some((note) => note.includes('not resumed'))).toBe(false);
      });
    });
  });
});

describe.runIf(reason === null)('through ftp-proxy, which speaks FTP', () => {
  const proxy = running(startFtpProxy);
  const server = running(startVsftpd);

  it('lists, uploads and downloads', async () => {
    const { host, port } = proxy();
    const dialect = 'user-at-host';
    const through: ProxyOptions = { kind: 'ftp', dialect, host, port, user: null, password: null };
    await moveAll(await connectTo(server(), { proxy: through }));
  });
});
