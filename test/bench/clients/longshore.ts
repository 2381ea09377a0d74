import type { Client, ClientCommand, Way } from './client.ts';

/** @param cli the built command line */
export const longshore = (cli: string): Client => {
  const start = ({ server, ports, tls, connections }: Way, words: readonly string[]): ClientCommand => ({
    command: [
      ...[process.execPath, cli, ...words, `--${ports}`, '--quiet'],
      ...(tls ? ['--tls', 'require', '--insecure'] : ['--tls', 'off']),
      ...(words[0] === 'ls' ? [] : ['--overwrite', 'always', '--connections', String(connections)]),
    ],
    environment: { LONGSHORE_PASSWORD: server.password },
  });
  const url = ({ server: { host, port, user } }: Way, path: string): string => `ftp://${user}@${host}:${port}/${path}`;
  const segmented = ({ segments }: Way): readonly string[] => (segments === 1 ? [] : ['--segments', String(segments)]);
  return {
    name: 'longshore',
    list: (way, folder) => start(way, ['ls', url(way, `${folder}/`)]),
    downloadFile: (way, name, here) => start(way, ['get', url(way, name), here, ...segmented(way)]),
    uploadFile: (way, here, name) => start(way, ['put', here, url(way, name), ...segmented(way)]),
    downloadFolder: (way, folder, here) => start(way, ['get', '-r', url(way, `${folder}/`), here]),
    uploadFolder: (way, here, folder) => start(way, ['put', '-r', here, url(way, `${folder}/`)]),
  };
};
