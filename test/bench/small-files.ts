import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealServer } from '../interop/servers/real-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Distance, serversAtDistances } from './bench-servers.ts';
import type { Client, Ports, Way } from './clients/client.ts';
import { curl } from './clients/curl.ts';
import { lftp } from './clients/lftp.ts';
import { longshore } from './clients/longshore.ts';
import { ncftp } from './clients/ncftp.ts';
import { wget } from './clients/wget.ts';
import { type Comparison, type Judgement, memoryJudgement, shareOfBest } from './comparison.ts';
import { type Contestant, type Measured, measure } from './interleaved.ts';
import { dialogueLines } from './link/dialogue.ts';
import type { Packet } from './link/packet.ts';
import { emptyFolder, makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';
import { countFiles } from './tree.ts';

const FILE_BYTES = 4_096;
const FILES = 2_000;
/** Over a wire and one connection a file costs its round trips however many there are, and 2,000 of them minutes a run. */
const FILES_OVER_A_WIRE = 200;

/**
 * What Longshore is meant to take of the time of the best peer. Over a wire that is one of those that are passive, as
 * clients are by themselves, whatever Longshore is.
 */
const TARGETS = {
  near: { one: 1.1, several: 1.5 },
  far: { passive: 0.8, active: 0.55 },
} as const;

type Direction = 'down' | 'up';

/** Many files of 4 KiB, both ways, over one connection and over several. */
export async function* compareSmallFiles(options: BenchOptions): AsyncGenerator<Comparison> {
  const scratch = await makeScratch();
  const root = join(scratch, 'root');
  try {
    await mkdir(root);
    // Who calls whom costs nothing where the wire has no length.
    for await (const { name, server, distance } of serversAtDistances(root, options.delaysMs, options.server))
      for (const connections of options.connections)
        for (const ports of distance.ms === 0 ? (['passive'] as const) : options.ports)
          for (const direction of ['down', 'up'] as const) {
            const files = options.files ?? usualFiles(options, distance, connections);
            for (const folder of [join(scratch, 'source'), join(root, 'down')]) await fill(folder, files);
            yield await compare(options, { name, server, distance, connections, ports, direction, scratch, files });
          }
  } finally {
    await removeScratch(scratch);
  }
}

const usualFiles = ({ quick }: BenchOptions, { ms }: Distance, connections: number): number => {
  const files = ms === 0 ? FILES : FILES_OVER_A_WIRE * connections;
  return quick ? files / 4 : files;
};

interface Course {
  readonly name: string;
  readonly server: RealServer;
  readonly distance: Distance;
  readonly connections: number;
  readonly ports: Ports;
  readonly direction: Direction;
  readonly scratch: string;
  readonly files: number;
}

const PEERS: readonly Client[] = [lftp, curl, wget, ncftp];

const compare = async ({ cli, runs, without, trace }: BenchOptions, course: Course): Promise<Comparison> => {
  const { ports, direction, distance, connections, files } = course;
  const others = PEERS.filter(({ name }) => !without.includes(name));
  const contestants = [
    contestant(longshore(cli), course, ports, trace),
    ...others.map((client) => contestant(client, course, 'passive', trace)),
    ...(ports === 'active' && others.includes(lftp)
      ? [contestant({ ...lftp, name: 'lftp, active' }, course, ports, trace)]
      : []),
  ].filter((one) => one !== null);
  // Over a wire nothing but the wire counts.
  const [own, ...peers] = await measure(contestants, { runs, warmUp: distance.link === null });
  if (!own) throw new Error('nothing was measured');
  const amount = connections === 1 ? 'one connection' : `${connections} connections`;
  return {
    work: `${files} files of 4 KiB ${direction}, ${amount}, ${ports}, ${distance.ms} ms`,
    server: course.name,
    longshore: own,
    peers,
    floors: [],
    roundTrips: distance.ms === 0 ? null : { seconds: distance.ms / 1_000, count: files / connections, unit: 'a file' },
    judgements: [...judged(course, own, peers), ...memoryJudgement(own)],
  };
};

const judged = (
  { distance, connections, ports }: Course,
  own: Measured,
  peers: readonly Measured[],
): readonly Judgement[] => {
  if (distance.ms === 0) return shareOfBest(own, peers, connections === 1 ? TARGETS.near.one : TARGETS.near.several);
  const passive = peers.filter(({ name }) => name !== 'lftp, active');
  return shareOfBest(own, passive, TARGETS.far[ports]);
};

/** Null where the client cannot do this. */
const contestant = (client: Client, course: Course, ports: Ports, trace: boolean): Contestant | null => {
  const { server, distance, connections, direction, scratch, files } = course;
  const way: Way = { server, ports, tls: false, connections, segments: 1 };
  const here = join(scratch, 'here');
  const arrivesIn = direction === 'down' ? here : join(server.root, 'up');
  const work =
    direction === 'down'
      ? client.downloadFolder(way, 'down', here, files)
      : client.uploadFolder(way, join(scratch, 'source'), 'up', files);
  if (work === null) return null;
  return {
    name: client.name,
    once: async () => {
      await emptyFolder(arrivesIn);
      const packets: Packet[] = [];
      if (trace) distance.link?.watch((packet) => packets.push(packet));
      const tell = (): void => {
        distance.link?.watch(null);
        if (packets.length === 0) return;
        console.log([client.name, ...dialogueLines(packets, server.port, distance.ms / 1_000)].join('\n'));
      };
      const run = await timed(work, distance.prefix).finally(tell);
      const arrived = await countFiles(arrivesIn);
      if (arrived !== files) throw new Error(`${client.name} brought ${arrived} of ${files} files`);
      return run;
    },
  };
};

const fill = async (folder: string, files: number): Promise<void> => {
  await emptyFolder(folder);
  for (let index = 1; index <= files; index++)
    await writeFile(join(folder, String(index).padStart(4, '0')), Buffer.alloc(FILE_BYTES, index));
};
