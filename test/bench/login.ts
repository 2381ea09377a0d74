import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealServer } from '../interop/servers/real-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Distance, serversAtDistances } from './bench-servers.ts';
import { type Client, curl, lftp, longshore, type Ports } from './clients.ts';
import { type Contestant, measure, timeOf } from './interleaved.ts';
import type { DelayedLink } from './link/delayed-link.ts';
import { dialogueLines, timeOfFirstListing } from './link/dialogue.ts';
import type { Packet } from './link/packet.ts';
import type { Comparison } from './report.ts';
import { makeScratch, removeScratch } from './scratch.ts';

const MOST_ROUND_TRIPS = 6;

/** Login and first listing over a long wire, from the moment the control connection stands. */
export async function* compareLogin(options: BenchOptions): AsyncGenerator<Comparison> {
  const root = await makeScratch();
  try {
    await mkdir(join(root, 'folder'));
    await writeFile(join(root, 'folder', 'file'), 'something');
    const delays = options.delaysMs.filter((ms) => ms > 0);
    for await (const { name, server, distance } of serversAtDistances(root, delays, options.server))
      for (const ports of options.ports) yield await compare(options, name, server, distance, ports);
  } finally {
    await removeScratch(root);
  }
}

const compare = async (
  { cli, runs, trace }: BenchOptions,
  name: string,
  server: RealServer,
  { ms, link }: Distance,
  ports: Ports,
): Promise<Comparison> => {
  if (link === null) throw new Error('a login is counted over a wire');
  const contestants = [longshore(cli), lftp, curl].map((client) => contestant(client, server, link, ports, trace));
  const [own, ...peers] = await measure(contestants, { runs, warmUp: false });
  if (!own) throw new Error('nothing was measured');
  return {
    work: `login and first listing, ${ports}, ${ms} ms`,
    server: name,
    longshore: own,
    peers: peers.map((measured) => ({ measured, target: null })),
    roundTrips: { seconds: ms / 1_000, count: 1, unit: '', target: MOST_ROUND_TRIPS },
  };
};

const contestant = (
  client: Client,
  server: RealServer,
  link: DelayedLink,
  ports: Ports,
  trace: boolean,
): Contestant => ({
  name: client.name,
  once: async () => {
    const packets: Packet[] = [];
    link.watch((packet) => packets.push(packet));
    const { command, environment } = client.list(server, 'folder', ports);
    await timeOf([...link.onClient, ...command], environment);
    link.watch(null);
    if (trace) console.log([client.name, ...dialogueLines(packets, server.port, link.roundTripMs / 1_000)].join('\n'));
    return timeOfFirstListing(packets, server.port);
  },
});
