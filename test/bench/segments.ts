import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import { type Distance, serversAtDistances } from './bench-servers.ts';
import type { Client, Way } from './clients/client.ts';
import { curl } from './clients/curl.ts';
import { lftp, lftpLargeBuffer } from './clients/lftp.ts';
import { longshore } from './clients/longshore.ts';
import { wget } from './clients/wget.ts';
import { type Comparison, memoryJudgement, shareOfBest } from './comparison.ts';
import { type Contestant, measure } from './interleaved.ts';
import { fillFile, makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';

const BYTES = 2 ** 30;
const QUICK_BYTES = 128 * 2 ** 20;
const SEGMENTS = [1, 4, 8] as const;
const FILE = 'large';
/** Of the time of the best peer that takes as many segments. */
const TARGET = 0.9;
/** Bytes of a packet: the largest there are, so that the wire carries more than the window of one connection lets through. */
const PACKET_BYTES = 65_535;

const PEERS: readonly Client[] = [lftp, lftpLargeBuffer, curl, wget];

/** One large file from far away, over one connection and over several that each bring a part of it. */
export async function* compareSegments(options: BenchOptions): AsyncGenerator<Comparison> {
  const scratch = await makeScratch();
  const root = join(scratch, 'root');
  const bytes = options.bytes ?? (options.quick ? QUICK_BYTES : BYTES);
  const delays = options.delaysMs.filter((ms) => ms > 0);
  try {
    for (const folder of [root, join(scratch, 'here')]) await mkdir(folder);
    await fillFile(join(root, FILE), bytes);
    for await (const { name, server, distance } of serversAtDistances(root, delays, options.server, {
      packetBytes: PACKET_BYTES,
    }))
      for (const segments of SEGMENTS) {
        const way: Way = { server, ports: 'passive', tls: false, connections: segments, segments };
        yield await compare(options, { name, way, distance, scratch, bytes });
      }
  } finally {
    await removeScratch(scratch);
  }
}

interface Course {
  readonly name: string;
  readonly way: Way;
  readonly distance: Distance;
  readonly scratch: string;
  readonly bytes: number;
}

const compare = async ({ cli, runs, without }: BenchOptions, course: Course): Promise<Comparison> => {
  const { name, way, distance, bytes } = course;
  const clients = [longshore(cli), ...PEERS.filter((peer) => !without.includes(peer.name))];
  const contestants = clients.map((client) => contestant(client, course)).filter((one) => one !== null);
  const [own, ...peers] = await measure(contestants, { runs, warmUp: false });
  if (!own) throw new Error('nothing was measured');
  const amount = way.segments === 1 ? 'one connection' : `${way.segments} segments`;
  return {
    work: `${bytes / 2 ** 20} MiB down, ${amount}, ${distance.ms} ms`,
    server: name,
    longshore: own,
    peers,
    floors: [],
    roundTrips: null,
    judgements: [...(way.segments === 1 ? [] : shareOfBest(own, peers, TARGET)), ...memoryJudgement(own)],
  };
};

/** Null where the client knows no segments. */
const contestant = (client: Client, { way, distance, scratch, bytes }: Course): Contestant | null => {
  const here = join(scratch, 'here', FILE);
  const work = client.downloadFile(way, FILE, here);
  if (work === null) return null;
  return {
    name: client.name,
    once: async () => {
      await rm(here, { force: true });
      const run = await timed(work, distance.prefix);
      const { size } = await stat(here);
      if (size !== bytes) throw new Error(`${client.name} brought ${size} of ${bytes} bytes`);
      return run;
    },
  };
};
