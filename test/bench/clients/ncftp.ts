import { basename, dirname } from 'node:path';
import type { Client, ClientCommand, Way } from './client.ts';

/** NcFTP's tools for scripts: one connection, no TLS. */
export const ncftp: Client = (() => {
  const start = (
    program: 'ncftpget' | 'ncftpput',
    { server: { host, port, user, password }, ports, tls }: Way,
    words: (options: readonly string[], host: string) => readonly string[],
  ): ClientCommand | null => {
    if (tls) return null;
    const options = ['-V', '-u', user, '-p', password, '-P', String(port), ports === 'active' ? '-E' : '-F'];
    return { command: [program, ...words(options, host)] };
  };
  return {
    name: 'ncftp',
    list: () => null,
    downloadFile: (way, name, here) =>
      way.segments === 1 && basename(here) === name
        ? start('ncftpget', way, (options, host) => [...options, host, dirname(here), name])
        : null,
    uploadFile: (way, here, name) =>
      way.segments === 1 && basename(here) === name
        ? start('ncftpput', way, (options, host) => [...options, host, '.', here])
        : null,
    downloadFolder: (way, folder, here) =>
      way.connections === 1 ? start('ncftpget', way, (options, host) => ['-R', ...options, host, here, folder]) : null,
    uploadFolder: (way, here, folder) =>
      way.connections === 1 ? start('ncftpput', way, (options, host) => ['-R', ...options, host, folder, here]) : null,
  };
})();
