import type { Client, ClientCommand, Way } from './client.ts';

/** lftp with commands sent ahead, which it does not do by itself, and with other settings on request. */
export const lftpWith = (name: string, settings: string): Client => {
  const start = ({ server: { host, port, user, password }, ports, tls }: Way, work: string): ClientCommand => ({
    command: [
      'lftp',
      ...['-u', `${user},${password}`, '-e'],
      [
        'set ftp:sync-mode off',
        `set ftp:ssl-allow ${tls}`,
        ...(tls ? ['set ftp:ssl-force true', 'set ftp:ssl-protect-data true', 'set ssl:verify-certificate false'] : []),
        `set ftp:passive-mode ${ports === 'passive'}`,
        ...(settings === '' ? [] : [settings]),
        work,
        'quit',
      ].join('; '),
      `ftp://${host}:${port}`,
    ],
  });
  return {
    name,
    list: (way, folder) => start(way, `ls ${folder}`),
    downloadFile: (way, file, here) =>
      start(way, way.segments === 1 ? `get ${file} -o "${here}"` : `pget -n ${way.segments} -c ${file} -o "${here}"`),
    uploadFile: (way, here, file) => (way.segments === 1 ? start(way, `put "${here}" -o ${file}`) : null),
    downloadFolder: (way, folder, here) => start(way, `mirror --parallel=${way.connections} ${folder} "${here}"`),
    uploadFolder: (way, here, folder) => start(way, `mirror -R --parallel=${way.connections} "${here}" ${folder}`),
  };
};

export const lftp = lftpWith('lftp', '');

/** As it is fastest with a large file. */
export const lftpLargeBuffer = lftpWith('lftp, 1 MiB', 'set xfer:buffer-size 1048576');
