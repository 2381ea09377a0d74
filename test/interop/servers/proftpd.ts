import { writeFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { certificateFile } from './certificate-files.ts';
import { SERVERS_ROOT } from './install.ts';
import { TESTER } from './privilege.ts';
import { type Place, type RealServer, type RealServerOptions, startRealServer } from './real-server.ts';

/** ProFTPD: MLSD, MFMT, MODE Z; with TLS its data connections must resume the control connection's session, by default. */
export const startProftpd = (options: RealServerOptions = {}): Promise<RealServer> =>
  startRealServer('proftpd', options, async (place) => {
    const { folder, root } = place;
    const { name, uid, gid, passwordHash } = TESTER;
    await writeFile(join(folder, 'users'), `${name}:${passwordHash}:${uid}:${gid}::${root}:/bin/sh\n`, { mode: 0o600 });
    await writeFile(join(folder, 'groups'), `${name}:x:${gid}:\n`, { mode: 0o600 });
    const file = join(folder, 'proftpd.conf');
    await writeFile(file, configuration(place, options).join('\n'));
    return [join(SERVERS_ROOT, 'usr/sbin/proftpd'), '--nodaemon', '--quiet', '--config', file];
  });

const configuration = (
  { host, port, folder }: Place,
  { tls, between, checksums, mostConnections, clientCertificate = false }: RealServerOptions,
): readonly string[] => [
  `ModulePath ${join(SERVERS_ROOT, 'usr/lib/proftpd')}`,
  'ServerName Longshore',
  'ServerType standalone',
  'DefaultServer on',
  `DefaultAddress ${host}`,
  'SocketBindTight on',
  `UseIPv6 ${isIPv6(host) ? 'on' : 'off'}`,
  'UseReverseDNS off',
  `Port ${port}`,
  'User nobody',
  'Group nogroup',
  `PidFile ${folder}/pid`,
  `ScoreboardFile ${folder}/scoreboard`,
  'ControlsEngine off',
  'DelayEngine off',
  'WtmpLog off',
  `SystemLog ${folder}/log`,
  'TransferLog none',
  'AuthOrder mod_auth_file.c',
  `AuthUserFile ${folder}/users`,
  `AuthGroupFile ${folder}/groups`,
  'RequireValidShell off',
  'DefaultRoot ~',
  'Umask 022',
  'AllowOverwrite on',
  'AllowStoreRestart on',
  'LoadModule mod_deflate.c',
  'DeflateEngine on',
  'UseEncoding UTF-8 UTF-8',
  ...(mostConnections ? [`MaxClientsPerHost ${mostConnections}`] : []),
  ...(between ? ['AllowForeignAddress on'] : []),
  ...(checksums ? ['LoadModule mod_digest.c', 'DigestEngine on', 'DigestAlgorithms all'] : []),
  ...(tls ? tlsConfiguration(folder, tls, clientCertificate) : []),
  ...(tls && between ? ['TLSOptions NoSessionReuseRequired', 'TLSVerifyServer off'] : []),
  '',
];

/**
 * Sessions are kept where they are by default, in the process that serves the connection. In mod_tls_shmcache's shared
 * memory (1.3.8) some 330 of TLS 1.3 fill it, and the next one ends that process.
 */
const tlsConfiguration = (
  folder: string,
  version: 'any' | 'TLSv1.2' | 'TLSv1.3',
  clientCertificate: boolean,
): readonly string[] => [
  'LoadModule mod_tls.c',
  'TLSEngine on',
  `TLSLog ${folder}/tls-log`,
  `TLSProtocol ${version === 'any' ? 'TLSv1.2 TLSv1.3' : version}`,
  `TLSRSACertificateFile ${certificateFile('localhost')}`,
  `TLSRSACertificateKeyFile ${certificateFile('localhost-key')}`,
  ...(clientCertificate
    ? ['TLSVerifyClient on', `TLSCACertificateFile ${certificateFile('root')}`]
    : ['TLSVerifyClient off']),
  'TLSRequired off',
  'TLSRenegotiate none',
];
