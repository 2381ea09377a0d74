import { startInetutils } from './inetutils.ts';
import { installServers } from './install.ts';
import { whyNotRoot } from './privilege.ts';
import { startProftpd } from './proftpd.ts';
import { startPureFtpd } from './pure-ftpd.ts';
import { startPyftpdlib } from './pyftpdlib.ts';
import type { RealServer, RealServerOptions } from './real-server.ts';
import { startTestServer } from './test-server.ts';
import { startVsftpd } from './vsftpd.ts';

/** A server the scenarios run against, and what it is known to be able to do. */
export interface KnownServer {
  readonly name: string;
  readonly start: (options?: RealServerOptions) => Promise<RealServer>;
  /** MLSD, MLST (RFC 3659). */
  readonly machineListings: boolean;
  /** Modification times can be set, by MFMT or by MDTM with a time. */
  readonly setsTimes: boolean;
  readonly tls: boolean;
  /** Hands out session tickets under TLS 1.3, without which nothing can be resumed there. */
  readonly tickets: boolean;
  /** Takes CCC (RFC 4217 5). */
  readonly clears: boolean;
  /** Transfers without PORT and PASV (RFC 959 5.2). */
  readonly defaultPort: boolean;
  /** Calculates checksums where it is started so. */
  readonly checksums: boolean;
}

const testServer: KnownServer = {
  name: 'the test server',
  start: startTestServer,
  machineListings: true,
  setsTimes: true,
  tls: true,
  tickets: true,
  clears: true,
  defaultPort: true,
  checksums: true,
};

const realServers: readonly KnownServer[] = [
  {
    name: 'vsftpd',
    start: startVsftpd,
    machineListings: false,
    setsTimes: true,
    tls: true,
    tickets: true,
    clears: false,
    defaultPort: false,
    checksums: false,
  },
  {
    name: 'ProFTPD',
    start: startProftpd,
    machineListings: true,
    setsTimes: true,
    tls: true,
    tickets: true,
    clears: true,
    defaultPort: false,
    checksums: true,
  },
  {
    name: 'Pure-FTPd',
    start: startPureFtpd,
    machineListings: true,
    setsTimes: true,
    tls: true,
    tickets: false,
    clears: true,
    defaultPort: false,
    checksums: false,
  },
  {
    name: 'pyftpdlib',
    start: startPyftpdlib,
    machineListings: true,
    setsTimes: true,
    tls: false,
    tickets: false,
    clears: false,
    defaultPort: false,
    checksums: false,
  },
  {
    name: 'inetutils',
    start: startInetutils,
    machineListings: false,
    setsTimes: false,
    tls: false,
    tickets: false,
    clears: false,
    defaultPort: true,
    checksums: false,
  },
];

/**
 * The servers that can run here: all of them, or only the project's own where the real ones cannot be installed or
 * started; then `reason` says why. With CI set that is an error: there they all must run.
 */
export const availableServers = async (): Promise<{
  readonly servers: readonly KnownServer[];
  readonly reason: string | null;
}> => {
  const reason = (await whyNotRoot()) ?? (await whyNotInstalled());
  if (reason === null) return { servers: [testServer, ...realServers], reason };
  if (process.env['CI']) throw new Error(`the real servers must run in CI, but ${reason}`);
  return { servers: [testServer], reason };
};

const whyNotInstalled = async (): Promise<string | null> => {
  try {
    await installServers();
    return null;
  } catch (error) {
    return `their packages cannot be had: ${error instanceof Error ? error.message : error}`;
  }
};
