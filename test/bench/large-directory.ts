import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealServer } from '../interop/servers/real-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { serversAtDistances } from './bench-servers.ts';
import { longshore } from './clients.ts';
import { measure, timeOf } from './interleaved.ts';
import type { Comparison } from './report.ts';
import { makeScratch, removeScratch } from './scratch.ts';

const ENTRIES = 100_000;
const TARGET = 1.5;

/** What curl has to send so that both ask for the same. */
const REQUEST: Readonly<Record<string, string>> = { vsftpd: 'LIST', ProFTPD: 'MLSD' };

/** A directory of 100,000 entries: curl prints it as it comes, Longshore parses it and prints JSON. */
export async function* compareLargeDirectory(options: BenchOptions): AsyncGenerator<Comparison> {
  const root = await makeScratch();
  try {
    await mkdir(join(root, 'large'));
    for (let index = 0; index < ENTRIES; index++) closeSync(openSync(join(root, 'large', `file ${index}.txt`), 'w'));
    for await (const { name, server } of serversAtDistances(root, [0], options.server))
      yield await compare(options, name, server, REQUEST[name] ?? 'LIST');
  } finally {
    await removeScratch(root);
  }
}

const compare = async (
  { cli, runs }: BenchOptions,
  name: string,
  server: RealServer,
  request: string,
): Promise<Comparison> => {
  const { host, port, user, password } = server;
  const url = `ftp://${host}:${port}/large/`;
  const own = longshore(cli).list(server, 'large', 'passive');
  const [peer, measured] = await measure(
    [
      { name: 'curl', once: () => timeOf(['curl', '-s', '-X', request, '-u', `${user}:${password}`, url]) },
      { name: 'longshore', once: () => timeOf([...own.command, '--json'], own.environment) },
    ],
    { runs, warmUp: true },
  );
  if (!peer || !measured) throw new Error('two were to be measured');
  return {
    work: `directory of ${ENTRIES} entries`,
    server: `${name}, ${request}`,
    longshore: measured,
    peers: [{ measured: peer, target: TARGET }],
    roundTrips: null,
  };
};
