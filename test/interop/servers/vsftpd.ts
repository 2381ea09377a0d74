import { mkdir, writeFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { certificateFile } from './certificate-files.ts';
import { SERVERS_ROOT } from './install.ts';
import { asRoot } from './privilege.ts';
import { type RealServer, type RealServerOptions, startRealServer } from './real-server.ts';
import { runCommand } from './run-command.ts';

/**
 * vsftpd: no MLSD, MDTM sets times, file and control connection strictly one after the other. With TLS every data
 * connection must resume the control connection's session, otherwise 522, and end in close_notify both ways. It offers TLS 1.2 and 1.3 alike; which one
 * it becomes is the client's choice.
 */
export const startVsftpd = (options: RealServerOptions = {}): Promise<RealServer> =>
  startRealServer('vsftpd', options, async ({ host, port, folder, root }) => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const settings: Record<string, string | number> = {
      background: 'NO',
      ...(isIPv6(host)
        ? { listen: 'NO', listen_ipv6: 'YES', listen_address6: host }
        : { listen: 'YES', listen_ipv6: 'NO', listen_address: host }),
      listen_port: port,
      anonymous_enable: 'NO',
      local_enable: 'YES',
      local_root: root,
      local_umask: '022',
      chroot_local_user: 'YES',
      allow_writeable_chroot: 'YES',
      secure_chroot_dir: empty,
      pam_service_name: 'vsftpd',
      check_shell: 'NO',
      write_enable: 'YES',
      chmod_enable: 'YES',
      mdtm_write: 'YES',
      ascii_upload_enable: 'YES',
      ascii_download_enable: 'YES',
      async_abor_enable: 'YES',
      utf8_filesystem: 'YES',
      connect_from_port_20: 'NO',
      delay_failed_login: 0,
      max_per_ip: options.mostConnections ?? 0,
      local_max_rate: options.mostBytesASecond ?? 0,
      xferlog_enable: 'NO',
      seccomp_sandbox: 'NO',
      ...(options.between ? { pasv_promiscuous: 'YES', port_promiscuous: 'YES' } : {}),
      ...(options.tls ? await tlsSettings() : {}),
    };
    const file = join(folder, 'vsftpd.conf');
    await writeFile(
      file,
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    // It refuses a configuration that is not root's.
    await runCommand(asRoot('chown', 'root', file));
    return [join(SERVERS_ROOT, 'usr/sbin/vsftpd'), file];
  });

const tlsSettings = async (): Promise<Record<string, string>> => ({
  ssl_enable: 'YES',
  ssl_tlsv1: 'YES',
  ssl_sslv2: 'NO',
  ssl_sslv3: 'NO',
  ssl_ciphers: 'HIGH',
  force_local_logins_ssl: 'NO',
  force_local_data_ssl: 'NO',
  require_ssl_reuse: 'YES',
  // Data that does not end in close_notify, ours or its own, is no file but a fault.
  strict_ssl_read_eof: 'YES',
  strict_ssl_write_shutdown: 'YES',
  rsa_cert_file: certificateFile('localhost'),
  rsa_private_key_file: certificateFile('localhost-key'),
});
