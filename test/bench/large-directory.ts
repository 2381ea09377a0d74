import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProftpd } from '../interop/servers/proftpd.ts';
import type { RealServer, RealServerOptions } from '../interop/servers/real-server.ts';
import { startVsftpd } from '../interop/servers/vsftpd.ts';
import { measure } from './interleaved.ts';
import type { Comparison } from './report.ts';

const ENTRIES = 100_000;
const RUNS = 5;
const TARGET = 1.5;

interface ListedServer {
  readonly name: string;
  readonly start: (options: RealServerOptions) => Promise<RealServer>;
  /** What curl has to send so that both ask for the same. */
  readonly request: 'LIST' | 'MLSD';
}

const SERVERS: readonly ListedServer[] = [
  { name: 'vsftpd, LIST', start: startVsftpd, request: 'LIST' },
  { name: 'ProFTPD, MLSD', start: startProftpd, request: 'MLSD' },
];

/** A directory of 100,000 entries: curl prints it as it comes, Longshore parses it and prints JSON. */
export const compareLargeDirectory = async (cli: string): Promise<readonly Comparison[]> => {
  const root = await mkdtemp(join(tmpdir(), 'longshore-bench-'));
  const comparisons: Comparison[] = [];
  try {
    await mkdir(join(root, 'large'));
    for (let index = 0; index < ENTRIES; index++) closeSync(openSync(join(root, 'large', `file ${index}.txt`), 'w'));
    for (const { name, start, request } of SERVERS) {
      const server = await start({ root });
      try {
        comparisons.push(await compare(cli, name, server, request));
      } finally {
        await server.stop();
      }
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return comparisons;
};

const compare = async (
  cli: string,
  name: string,
  { host, port, user, password }: RealServer,
  request: 'LIST' | 'MLSD',
): Promise<Comparison> => {
  const url = `ftp://${user}@${host}:${port}/large/`;
  const [peer, longshore] = await measure(
    [
      { name: 'curl', command: ['curl', '-s', '-X', request, '-u', `${user}:${password}`, url] },
      {
        name: 'longshore',
        command: [process.execPath, cli, 'ls', '--json', '--tls', 'off', url],
        environment: { LONGSHORE_PASSWORD: password },
      },
    ],
    RUNS,
  );
  if (!peer || !longshore) throw new Error('two were to be measured');
  return { work: `directory of ${ENTRIES} entries`, server: name, peer, longshore, target: TARGET };
};
