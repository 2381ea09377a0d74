import type { Client, ClientCommand, Way } from './client.ts';

export const curl: Client = (() => {
  const start = ({ server: { user, password }, ports, tls }: Way, words: readonly string[]): ClientCommand => ({
    command: [
      ...['curl', '-sS', '-u', `${user}:${password}`],
      ...(ports === 'active' ? ['--ftp-port', '-'] : []),
      ...(tls ? ['--ssl-reqd', '--insecure'] : []),
      ...words,
    ],
  });
  const numbers = (count: number): string => `[0001-${String(count).padStart(4, '0')}]`;
  const url = ({ server: { host, port } }: Way, path: string): string => `ftp://${host}:${port}/${path}`;
  const together = ({ connections }: Way): readonly string[] =>
    connections === 1 ? [] : ['--parallel', '--parallel-immediate', '--parallel-max', String(connections)];
  return {
    name: 'curl',
    list: (way, folder) => start(way, [url(way, `${folder}/`)]),
    downloadFile: (way, name, here) => (way.segments === 1 ? start(way, [url(way, name), '-o', here]) : null),
    uploadFile: (way, here, name) => (way.segments === 1 ? start(way, ['-T', here, url(way, name)]) : null),
    downloadFolder: (way, folder, here, count) =>
      start(way, [...together(way), `${url(way, folder)}/${numbers(count)}`, '-o', `${here}/#1`]),
    uploadFolder: (way, here, folder, count) =>
      start(way, [...together(way), '-T', `${here}/${numbers(count)}`, url(way, `${folder}/`)]),
  };
})();
