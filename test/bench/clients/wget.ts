import type { Client, ClientCommand, Way } from './client.ts';

/** wget brings files over one connection, and sends none. */
export const wget: Client = (() => {
  const start = ({ server: { user, password }, ports, tls }: Way, words: readonly string[]): ClientCommand => ({
    command: [
      ...['wget', '-q', '--no-config', `--user=${user}`, `--password=${password}`],
      ...(ports === 'active' ? ['--no-passive-ftp'] : []),
      ...(tls ? ['--no-check-certificate'] : []),
      ...words,
    ],
  });
  const url = ({ server: { host, port }, tls }: Way, path: string): string =>
    `${tls ? 'ftps' : 'ftp'}://${host}:${port}/${path}`;
  return {
    name: 'wget',
    list: () => null,
    downloadFile: (way, name, here) => (way.segments === 1 ? start(way, [url(way, name), '-O', here]) : null),
    uploadFile: () => null,
    downloadFolder: (way, folder, here) =>
      way.connections === 1
        ? start(way, ['-r', '-l', '1', '-nH', '--cut-dirs=1', '-P', here, url(way, `${folder}/`)])
        : null,
    uploadFolder: () => null,
  };
})();
