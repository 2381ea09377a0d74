import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealServer } from '../interop/servers/real-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { serversAtDistances } from './bench-servers.ts';
import type { ClientCommand } from './clients/client.ts';
import { type Comparison, memoryJudgement, shareOfBest } from './comparison.ts';
import { measure } from './interleaved.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';

const ENTRIES = 100_000;
const TARGET = 1.5;

/** What is asked of each server; ProFTPD is asked both ways. */
const REQUESTS: Readonly<Record<string, readonly ('LIST' | 'MLSD')[]>> = {
  vsftpd: ['LIST'],
  ProFTPD: ['LIST', 'MLSD'],
};

/** A directory of 100,000 entries: curl prints it as it comes, Longshore parses it and prints JSON. */
export async function* compareLargeDirectory(options: BenchOptions): AsyncGenerator<Comparison> {
  const root = await makeScratch();
  try {
    await mkdir(join(root, 'large'));
    for (let index = 0; index < ENTRIES; index++) closeSync(openSync(join(root, 'large', `file ${index}.txt`), 'w'));
    for await (const { name, server } of serversAtDistances(root, [0], options.server))
      for (const request of REQUESTS[name] ?? []) yield await compare(options, name, server, request);
  } finally {
    await removeScratch(root);
  }
}

const compare = async (
  { cli, runs }: BenchOptions,
  name: string,
  server: RealServer,
  request: 'LIST' | 'MLSD',
): Promise<Comparison> => {
  const { host, port, user, password } = server;
  const url = `ftp://${host}:${port}/large/`;
  const raw: ClientCommand = { command: ['curl', '-s', '-X', request, '-u', `${user}:${password}`, url] };
  const parsed: ClientCommand = {
    command: [
      ...[process.execPath, cli, 'ls', `ftp://${user}@${host}:${port}/large/`],
      ...['--tls', 'off', '--json', '--list-command', request.toLowerCase()],
    ],
    environment: { LONGSHORE_PASSWORD: password },
  };
  const [longshore, ...peers] = await measure(
    [
      { name: 'longshore', once: () => timed(parsed) },
      { name: 'curl', once: () => timed(raw) },
    ],
    { runs, warmUp: true },
  );
  if (!longshore) throw new Error('nothing was measured');
  return {
    work: `directory of ${ENTRIES} entries by ${request}`,
    server: name,
    longshore,
    peers,
    floors: [],
    roundTrips: null,
    judgements: [...shareOfBest(longshore, peers, TARGET), ...memoryJudgement(longshore)],
  };
};
