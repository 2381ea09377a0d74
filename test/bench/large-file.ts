import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import { serversAtDistances } from './bench-servers.ts';
import type { Client, Way } from './clients/client.ts';
import { curl } from './clients/curl.ts';
import { lftp, lftpLargeBuffer } from './clients/lftp.ts';
import { longshore } from './clients/longshore.ts';
import { ncftp } from './clients/ncftp.ts';
import { wget } from './clients/wget.ts';
import { type Comparison, type Judgement, memoryJudgement, shareOfBest } from './comparison.ts';
import { bareCopies, NODE_FLOOR } from './floor/floors.ts';
import { type Contestant, type Measured, measure } from './interleaved.ts';
import { fillFile, makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';

const BYTES = 2 * 2 ** 30;
const QUICK_BYTES = 256 * 2 ** 20;
const FILE = 'large';

/** Of the best peer's time, and of that of the bare copy in Node. */
const TARGETS = { down: 0.9, up: 1.1, tls: 1.1, downOfFloor: 1.15 } as const;

const PEERS: readonly Client[] = [lftp, lftpLargeBuffer, curl, wget, ncftp];

type Direction = 'down' | 'up';

/** One large file down and up, in the clear and under TLS, beside the peers and beside bare copies. */
export async function* compareLargeFile(options: BenchOptions): AsyncGenerator<Comparison> {
  const scratch = await makeScratch();
  const root = join(scratch, 'root');
  const bytes = options.bytes ?? (options.quick ? QUICK_BYTES : BYTES);
  try {
    for (const folder of [root, join(scratch, 'here')]) await mkdir(folder);
    await fillFile(join(root, FILE), bytes);
    await fillFile(join(scratch, 'up'), bytes);
    const floors = await bareCopies(scratch);
    for (const tls of [false, true])
      for await (const { name, server } of serversAtDistances(root, [0], options.server, tls ? { tls: 'any' } : {})) {
        const way: Way = { server, ports: 'passive', tls, connections: 1, segments: 1 };
        for (const direction of ['down', 'up'] as const)
          yield await compare(options, { name, way, direction, scratch, bytes, floors });
      }
  } finally {
    await removeScratch(scratch);
  }
}

interface Course {
  readonly name: string;
  readonly way: Way;
  readonly direction: Direction;
  readonly scratch: string;
  readonly bytes: number;
  readonly floors: readonly Client[];
}

const compare = async ({ cli, runs, without }: BenchOptions, course: Course): Promise<Comparison> => {
  const { name, way, direction, bytes, floors } = course;
  const clients = [longshore(cli), ...PEERS.filter((peer) => !without.includes(peer.name)), ...floors];
  const contestants = clients.map((client) => contestant(client, course)).filter((one) => one !== null);
  const [own, ...others] = await measure(contestants, { runs, warmUp: true });
  if (!own) throw new Error('nothing was measured');
  const isFloor = ({ name: other }: Measured): boolean => floors.some((floor) => floor.name === other);
  const [peers, bare] = [others.filter((other) => !isFloor(other)), others.filter(isFloor)];
  return {
    work: `${bytes / 2 ** 20} MiB ${direction}, ${way.tls ? 'TLS' : 'plain'}`,
    server: name,
    longshore: own,
    peers,
    floors: bare,
    roundTrips: null,
    judgements: [...judged(course, own, peers, bare), ...memoryJudgement(own)],
  };
};

const judged = (
  { way: { tls }, direction }: Course,
  own: Measured,
  peers: readonly Measured[],
  bare: readonly Measured[],
): readonly Judgement[] => {
  const ofBest = shareOfBest(own, peers, tls ? TARGETS.tls : TARGETS[direction]);
  if (tls || direction === 'up') return ofBest;
  const inNode = bare.filter(({ name }) => name === NODE_FLOOR);
  return [...ofBest, ...shareOfBest(own, inNode, TARGETS.downOfFloor)];
};

/** Null where the client cannot do this. */
const contestant = (client: Client, { way, direction, scratch, bytes }: Course): Contestant | null => {
  const arrives = join(
    direction === 'down' ? join(scratch, 'here') : way.server.root,
    direction === 'down' ? FILE : 'up',
  );
  // Named as it arrives, since not every client gives a file another name.
  const sent = join(scratch, 'up');
  const work = direction === 'down' ? client.downloadFile(way, FILE, arrives) : client.uploadFile(way, sent, 'up');
  if (work === null) return null;
  return {
    name: client.name,
    once: async () => {
      await rm(arrives, { force: true });
      const run = await timed(work);
      const { size } = await stat(arrives);
      if (size !== bytes) throw new Error(`${client.name} brought ${size} of ${bytes} bytes`);
      return run;
    },
  };
};
