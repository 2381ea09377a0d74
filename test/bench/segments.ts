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
import { emptyFolder, fillFile, makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';

const BYTES = 2 ** 30;
const QUICK_BYTES = 128 * 2 ** 20;
const SEGMENTS = [1, 4, 8] as const;
const FILE = 'large';
/** Of the time of the best peer that takes as many segments; up, where none does, of the best over one connection. */
const TARGET = 0.9;
/** Bytes of a packet: the largest there are, so that the wire carries more than the window of one connection lets through. */
const PACKET_BYTES = 65_535;

const PEERS: readonly Client[] = [lftp, lftpLargeBuffer, curl, wget];

const DIRECTIONS = ['down', 'up'] as const;

/** One large file from and to far away, over one connection and over several that each bring a part of it. */
export async function* compareSegments(options: BenchOptions): AsyncGenerator<Comparison> {
  const scratch = await makeScratch();
  const root = join(scratch, 'root');
  const bytes = options.bytes ?? (options.quick ? QUICK_BYTES : BYTES);
  const delays = options.delaysMs.filter((ms) => ms > 0);
  try {
    for (const folder of [root, join(scratch, 'here')]) await mkdir(folder);
    await emptyFolder(join(root, 'up'));
    await fillFile(join(root, FILE), bytes);
    for await (const { name, server, distance } of serversAtDistances(root, delays, options.server, {
      packetBytes: PACKET_BYTES,
    }))
      for (const direction of DIRECTIONS)
        for (const segments of SEGMENTS) {
          const way: Way = { server, ports: 'passive', tls: false, connections: segments, segments };
          yield await compare(options, { name, way, distance, scratch, bytes, direction });
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
  readonly direction: (typeof DIRECTIONS)[number];
}

const compare = async ({ cli, runs, without }: BenchOptions, course: Course): Promise<Comparison> => {
  const { name, way, distance, bytes, direction } = course;
  const others = PEERS.filter((peer) => !without.includes(peer.name));
  // No peer sends a file over several connections, so all they can do is as fast as one is.
  const ofPeers = direction === 'up' ? { ...course, way: { ...way, connections: 1, segments: 1 } } : course;
  const contestants = [
    contestant(longshore(cli), course),
    ...others.map((client) => contestant(client, ofPeers)),
  ].filter((one) => one !== null);
  const [own, ...peers] = await measure(contestants, { runs, warmUp: false });
  if (!own) throw new Error('nothing was measured');
  const amount = way.segments === 1 ? 'one connection' : `${way.segments} segments`;
  return {
    work: `${bytes / 2 ** 20} MiB ${direction}, ${amount}, ${distance.ms} ms`,
    server: name,
    longshore: own,
    peers,
    floors: [],
    roundTrips: null,
    judgements: [...(way.segments === 1 ? [] : shareOfBest(own, peers, TARGET)), ...memoryJudgement(own)],
  };
};

/** Null where the client knows no segments, or does not go that way. */
const contestant = (client: Client, { way, distance, scratch, bytes, direction }: Course): Contestant | null => {
  const [there, here] = [join(scratch, 'root', FILE), join(scratch, 'here', FILE)];
  const work =
    direction === 'down' ? client.downloadFile(way, FILE, here) : client.uploadFile(way, there, `up/${FILE}`);
  if (work === null) return null;
  const copy = direction === 'down' ? here : join(scratch, 'root', 'up', FILE);
  return {
    name: client.name,
    once: async () => {
      await rm(copy, { force: true });
      const run = await timed(work, distance.prefix);
      const { size } = await stat(copy);
      if (size !== bytes) throw new Error(`${client.name} brought ${size} of ${bytes} bytes`);
      return run;
    },
  };
};
