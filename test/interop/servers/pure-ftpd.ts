import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateFile } from './certificate-files.ts';
import { SERVERS_ROOT } from './install.ts';
import { type RealServer, type RealServerOptions, startRealServer } from './real-server.ts';

/** Pure-FTPd: MLSD, and ABOR stops a transfer at once. Users by their crypt(3) hash: its own database is slow by design. */
export const startPureFtpd = (options: RealServerOptions = {}): Promise<RealServer> =>
  startRealServer('pure-ftpd', options, async ({ host, port, folder }) => {
    const command = [
      join(SERVERS_ROOT, 'usr/sbin/pure-ftpd'),
      ...['--bind', `${host},${port}`, '--login', 'unix', '--noanonymous', '--chrooteveryone', '--dontresolve'],
      ...['--umask', '133:022', '--limitrecursion', '200000:10', '--minuid', '1', '--pidfile', join(folder, 'pid')],
    ];
    if (options.mostConnections) command.push('--maxclientsperip', String(options.mostConnections));
    if (options.between) command.push('--allowuserfxp');
    if (!options.tls) return command;
    const certificate = join(folder, 'certificate.pem');
    await writeFile(
      certificate,
      (await readFile(certificateFile('localhost-key'), 'utf8')) +
        (await readFile(certificateFile('localhost'), 'utf8')),
    );
    return [...command, '--tls', '1', '--certfile', certificate];
  });
