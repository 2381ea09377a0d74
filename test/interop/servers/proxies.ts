import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVERS_ROOT } from './install.ts';
import { TESTER } from './privilege.ts';
import { listens, type RealServer, startRealServer } from './real-server.ts';

/** A proxy that the tests' user may use; `false`: anybody. */
interface ProxyOptions {
  readonly login?: boolean;
}

const configured = async (folder: string, lines: readonly string[]): Promise<string> => {
  const file = join(folder, 'proxy.conf');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
};

/** Dante: SOCKS5 with BIND; users by the system's own passwords. */
export const startDante = ({ login = true }: ProxyOptions = {}): Promise<RealServer> =>
  startRealServer(
    'dante',
    {},
    async ({ host, port, folder }) => {
      const file = await configured(folder, [
        `logoutput: ${folder}/log`,
        `internal: ${host} port = ${port}`,
        `external: ${host}`,
        'clientmethod: none',
        `socksmethod: ${login ? 'username' : 'none'}`,
        'user.privileged: root',
        'user.unprivileged: nobody',
        'client pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }',
        'socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 command: bind connect bindreply }',
      ]);
      return [join(SERVERS_ROOT, 'usr/sbin/danted'), '-f', file, '-p', join(folder, 'pid')];
    },
    listens,
  );

/** microsocks: SOCKS5 that knows CONNECT alone. */
export const startMicrosocks = ({ login = true }: ProxyOptions = {}): Promise<RealServer> =>
  startRealServer(
    'microsocks',
    {},
    async ({ host, port }) => [
      join(SERVERS_ROOT, 'usr/bin/microsocks'),
      ...['-i', host, '-p', String(port)],
      ...(login ? ['-u', TESTER.name, '-P', TESTER.password] : []),
    ],
    listens,
  );

/** tinyproxy: HTTP CONNECT to any port. */
export const startTinyproxy = ({ login = true }: ProxyOptions = {}): Promise<RealServer> =>
  startRealServer(
    'tinyproxy',
    {},
    async ({ host, port, folder }) => {
      const file = await configured(folder, [
        `Listen ${host}`,
        `Port ${port}`,
        'Timeout 60',
        'MaxClients 50',
        `LogFile "${folder}/log"`,
        ...(login ? [`BasicAuth ${TESTER.name} ${TESTER.password}`] : []),
      ]);
      return [join(SERVERS_ROOT, 'usr/bin/tinyproxy'), '-d', '-c', file];
    },
    listens,
  );

/** SuSE's ftp-proxy, which speaks FTP and finds the server in `USER user@host:port`. */
export const startFtpProxy = (): Promise<RealServer> =>
  startRealServer('ftp-proxy', {}, async ({ host, port, folder }) => {
    const file = await configured(folder, [
      '[-Global-]',
      'ServerType standalone',
      `Listen ${host}`,
      `Port ${port}`,
      'AllowMagicUser yes',
      'DestinationTransferMode passive',
      'ForkLimit 1000',
      `PidFile ${folder}/pid`,
      `LogDestination ${folder}/log`,
    ]);
    return [join(SERVERS_ROOT, 'usr/sbin/ftp-proxy'), '-d', '-n', '-f', file];
  });
