import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, TESTER } from '../interop/servers/privilege.ts';
import type { RealServer } from '../interop/servers/real-server.ts';
import { runCommand } from '../interop/servers/run-command.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Distance, serversAtDistances } from './bench-servers.ts';
import { type Client, curl, lftp, longshore, type Ports } from './clients.ts';
import { type Contestant, measure, timeOf } from './interleaved.ts';
import { dialogueLines } from './link/dialogue.ts';
import type { Packet } from './link/packet.ts';
import type { Comparison } from './report.ts';
import { makeScratch, removeScratch } from './scratch.ts';

const FILE_BYTES = 4_096;

/**
 * What Longshore is meant to take over a long wire: round trips a file, and its share of the time of lftp as it comes, which
 * is passive, with commands sent ahead. Where Longshore is active, lftp is shown both ways.
 */
const TARGETS: Readonly<Record<Ports, { readonly roundTrips: number; readonly ofLftp: number }>> = {
  passive: { roundTrips: 3.2, ofLftp: 0.8 },
  active: { roundTrips: 2.2, ofLftp: 0.55 },
};

const lftpAsItComes: Client = {
  ...lftp,
  name: 'lftp, passive',
  download: (server, folder, here, count) => lftp.download(server, folder, here, count, 'passive'),
  upload: (server, here, folder, count) => lftp.upload(server, here, folder, count, 'passive'),
};

type Direction = 'down' | 'up';

/** Many files of 4 KiB over one connection, both ways. */
export async function* compareSmallFiles(options: BenchOptions): AsyncGenerator<Comparison> {
  const scratch = await makeScratch();
  const root = join(scratch, 'root');
  const source = join(scratch, 'source');
  try {
    for (const folder of [root, source, join(root, 'down')]) await mkdir(folder);
    for (const folder of [source, join(root, 'down')]) await fill(folder, options.files);
    for await (const { name, server, distance } of serversAtDistances(root, options.delaysMs, options.server))
      for (const ports of options.ports)
        for (const direction of ['down', 'up'] as const)
          yield await compare(options, { name, server, distance, ports, direction, scratch });
  } finally {
    await removeScratch(scratch);
  }
}

interface Course {
  readonly name: string;
  readonly server: RealServer;
  readonly distance: Distance;
  readonly ports: Ports;
  readonly direction: Direction;
  readonly scratch: string;
}

const compare = async (
  { cli, files, runs, peers: wanted, trace }: BenchOptions,
  course: Course,
): Promise<Comparison> => {
  const { ports, direction, distance } = course;
  const [yardstick, others] = ports === 'passive' ? [lftp, [curl]] : [lftpAsItComes, [lftp, curl]];
  const beside = { all: [yardstick, ...others], yardstick: [yardstick], none: [] } as const;
  const clients = [longshore(cli), ...beside[wanted]];
  const contestants = clients.map((client) => contestant(client, course, files, trace));
  // Over a wire nothing but the wire counts, and a run takes minutes.
  const [own, ...peers] = await measure(contestants, { runs, warmUp: distance.link === null });
  if (!own) throw new Error('nothing was measured');
  const targets = distance.link === null ? null : TARGETS[ports];
  return {
    work: `${files} files of 4 KiB ${direction}, ${ports}, ${distance.ms} ms`,
    server: course.name,
    longshore: own,
    peers: peers.map((measured) => ({
      measured,
      target: measured.name === yardstick.name ? (targets?.ofLftp ?? null) : null,
    })),
    roundTrips: targets && {
      seconds: distance.ms / 1_000,
      count: files,
      unit: 'a file',
      target: targets.roundTrips,
    },
  };
};

const contestant = (client: Client, course: Course, files: number, trace: boolean): Contestant => ({
  name: client.name,
  once: async () => {
    const { server, distance, ports, direction, scratch } = course;
    const arrivesIn = direction === 'down' ? join(scratch, 'here') : join(server.root, 'up');
    await emptyFolder(arrivesIn);
    const { command, environment } =
      direction === 'down'
        ? client.download(server, 'down', arrivesIn, files, ports)
        : client.upload(server, join(scratch, 'source'), 'up', files, ports);
    const packets: Packet[] = [];
    if (trace) distance.link?.watch((packet) => packets.push(packet));
    const tell = (): void => {
      distance.link?.watch(null);
      if (packets.length === 0) return;
      console.log([client.name, ...dialogueLines(packets, server.port, distance.ms / 1_000)].join('\n'));
    };
    const seconds = await timeOf([...distance.prefix, ...command], environment).finally(tell);
    const arrived = (await readdir(arrivesIn, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    if (arrived.length !== files) throw new Error(`${client.name} brought ${arrived.length} of ${files} files`);
    return seconds;
  },
});

const fill = async (folder: string, files: number): Promise<void> => {
  for (let index = 1; index <= files; index++)
    await writeFile(join(folder, String(index).padStart(4, '0')), Buffer.alloc(FILE_BYTES, index));
};

/** Empty, and the servers' user may write there. */
const emptyFolder = async (folder: string): Promise<void> => {
  await runCommand(asRoot('rm', '-rf', folder));
  await mkdir(folder);
  await runCommand(asRoot('chown', `${TESTER.uid}:${TESTER.gid}`, folder));
};
