import { type ChildProcessWithoutNullStreams as Server, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installServers, serverEnvironment } from './install.ts';
import { privateSystem } from './private-system.ts';
import { asRoot, TESTER } from './privilege.ts';
import { runCommand } from './run-command.ts';

export interface RealServerOptions {
  /** The folder to serve; one of the server's own otherwise, which goes when it stops. */
  readonly root?: string;
  /** Explicit TLS with the test certificate, with both versions or one of them; without TLS by default. */
  readonly tls?: 'any' | 'TLSv1.2' | 'TLSv1.3';
  /** The client has to show a certificate of the test root; of the real servers only ProFTPD heeds it. */
  readonly clientCertificate?: boolean;
  /** The address of this machine to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  /**
   * Data may go to and come from addresses that are not the client's, as between two servers (RFC 959 5.2), and under
   * TLS need not resume the control connection's session. What a server does by default is left as it is otherwise.
   */
  readonly between?: boolean;
  /** It calculates checksums; of the real servers only ProFTPD can, by mod_digest. */
  readonly checksums?: boolean;
  /** How many connections it allows from one address; as many as it has by default. */
  readonly mostConnections?: number;
  /** Bytes a second that it gives or takes over one data connection, where it can keep to a pace: vsftpd. */
  readonly mostBytesASecond?: number;
}

export interface RealServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder served, on this disk. */
  readonly root: string;
  /** Ends every process of the server and removes its files. */
  stop(): Promise<void>;
}

/** Where a server is about to run: its address and port, its files, the folder it will serve. */
export interface Place {
  readonly host: string;
  readonly port: number;
  /** For configuration and state; `root` lies in it unless one was given. */
  readonly folder: string;
  readonly root: string;
}

/** Whether a program that was started does its work by now. */
type Readiness = (place: Place) => Promise<boolean>;

/** Such a server says nothing when it begins to listen, so it is asked until it greets. */
const greets: Readiness = async ({ host, port }) => (await firstBytes(host, port)).startsWith('220');

/** Of a program that waits for us to speak first. */
export const listens: Readiness = ({ host, port }) =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => {
      resolve(true);
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
  });

/**
 * Starts a server on a free port and waits until it is ready: a server of FTP by default, which greets.
 *
 * @param name for the folder of its files
 * @param prepare writes the configuration and answers the command line
 */
export const startRealServer = async (
  name: string,
  options: RealServerOptions,
  prepare: (place: Place) => Promise<readonly string[]>,
  isReady: Readiness = greets,
): Promise<RealServer> => {
  await installServers();
  const folder = await mkdtemp(join(tmpdir(), `longshore-${name}-`));
  let child: Server | null = null;
  const stop = async (): Promise<void> => {
    if (child) await end(child);
    await runCommand(asRoot('rm', '-rf', folder));
  };
  try {
    await chmod(folder, 0o755);
    const root = options.root ?? join(folder, 'root');
    await mkdir(root, { recursive: true });
    await runCommand(asRoot('chown', `${TESTER.uid}:${TESTER.gid}`, root));
    const host = options.host ?? '127.0.0.1';
    const port = await freePort(host);
    const place: Place = { host, port, folder, root };
    const command = await prepare(place);
    child = await launch(
      [...(await privateSystem(folder, root)), ...(await serverEnvironment()), ...command],
      place,
      isReady,
    );
    return { host, port, user: TESTER.name, password: TESTER.password, root, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const launch = async (command: readonly string[], place: Place, isReady: Readiness): Promise<Server> => {
  const [program = '', ...options] = command;
  const child = spawn(program, options, { stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output = (output + bytes).slice(-4_000);
    });
  const failed = once(child, 'exit').then(() => {
    throw new Error(`the server ended at once: ${output}`);
  });
  const abandoned = new AbortController();
  try {
    await Promise.race([failed, ready(place, isReady, abandoned.signal)]);
  } catch (error) {
    await end(child);
    throw error;
  } finally {
    abandoned.abort();
    failed.catch(() => {});
  }
  return child;
};

/** Ends the server's namespace, and with it all its processes: their pipes are then closed. */
const end = async (child: Server): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.stdin.destroy();
  await closed;
};

const freePort = async (host: string): Promise<number> => {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
  return address.port;
};

const ready = async (place: Place, isReady: Readiness, signal: AbortSignal): Promise<void> => {
  for (const begun = Date.now(); Date.now() - begun < 10_000; await pause(20, undefined, { signal }))
    if (await isReady(place)) return;
  throw new Error(`nothing from ${place.host}:${place.port} in ten seconds`);
};

const firstBytes = (host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('data', (bytes) => {
      resolve(String(bytes));
      socket.destroy();
    });
    socket.on('error', () => {});
    socket.once('close', () => resolve(''));
  });
