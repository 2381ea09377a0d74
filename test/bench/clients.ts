import type { RealServer } from '../interop/servers/real-server.ts';

/** How data connections are made. */
export type Ports = 'passive' | 'active';

/** A command line, and what it needs in its environment. */
export interface ClientCommand {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The same work for each of the clients that are compared, over one connection and in plain text. */
export interface Client {
  readonly name: string;
  /** Connects, logs in, lists `folder`. */
  list(server: RealServer, folder: string, ports: Ports): ClientCommand;
  /** All `count` files of the server's `folder` into the folder `here`; they are called `0001`, `0002` and so on. */
  download(server: RealServer, folder: string, here: string, count: number, ports: Ports): ClientCommand;
  /** And the other way. */
  upload(server: RealServer, here: string, folder: string, count: number, ports: Ports): ClientCommand;
}

/** @param cli the built command line */
export const longshore = (cli: string): Client => {
  const start = ({ password }: RealServer, ports: Ports, words: readonly string[]): ClientCommand => ({
    command: [process.execPath, cli, ...words, '--tls', 'off', `--${ports}`, '--quiet'],
    environment: { LONGSHORE_PASSWORD: password },
  });
  const url = ({ host, port, user }: RealServer, folder: string): string => `ftp://${user}@${host}:${port}/${folder}/`;
  return {
    name: 'longshore',
    list: (server, folder, ports) => start(server, ports, ['ls', url(server, folder)]),
    download: (server, folder, here, _, ports) =>
      start(server, ports, ['get', '-r', '--overwrite', 'always', url(server, folder), here]),
    upload: (server, here, folder, _, ports) =>
      start(server, ports, ['put', '-r', '--overwrite', 'always', here, url(server, folder)]),
  };
};

/** lftp with pipelining on, which it is not by itself. */
export const lftp: Client = (() => {
  const start = ({ host, port, user, password }: RealServer, ports: Ports, work: string): ClientCommand => ({
    command: [
      'lftp',
      ...['-u', `${user},${password}`, '-e'],
      `set ftp:sync-mode off; set ftp:ssl-allow no; set ftp:passive-mode ${ports === 'passive'}; ${work}; quit`,
      `ftp://${host}:${port}`,
    ],
  });
  return {
    name: 'lftp',
    list: (server, folder, ports) => start(server, ports, `ls ${folder}`),
    download: (server, folder, here, _, ports) => start(server, ports, `mirror --parallel=1 ${folder} "${here}"`),
    upload: (server, here, folder, _, ports) => start(server, ports, `mirror -R --parallel=1 "${here}" ${folder}`),
  };
})();

export const curl: Client = (() => {
  const start = ({ user, password }: RealServer, ports: Ports, words: readonly string[]): ClientCommand => ({
    command: ['curl', '-sS', '-u', `${user}:${password}`, ...(ports === 'active' ? ['--ftp-port', '-'] : []), ...words],
  });
  const numbers = (count: number): string => `[0001-${String(count).padStart(4, '0')}]`;
  const url = ({ host, port }: RealServer, folder: string): string => `ftp://${host}:${port}/${folder}/`;
  return {
    name: 'curl',
    list: (server, folder, ports) => start(server, ports, [url(server, folder)]),
    download: (server, folder, here, count, ports) =>
      start(server, ports, [`${url(server, folder)}${numbers(count)}`, '-o', `${here}/#1`]),
    upload: (server, here, folder, count, ports) =>
      start(server, ports, ['-T', `${here}/${numbers(count)}`, url(server, folder)]),
  };
})();
