import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealServer } from '../interop/servers/real-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Distance, serversAtDistances } from './bench-servers.ts';
import { type Client, type Ports, plainWay } from './clients/client.ts';
import { curl } from './clients/curl.ts';
import { lftp } from './clients/lftp.ts';
import { longshore } from './clients/longshore.ts';
import type { Comparison } from './comparison.ts';
import { type Contestant, measure } from './interleaved.ts';
import type { DelayedLink } from './link/delayed-link.ts';
import { dialogueLines, timeOfFirstListing } from './link/dialogue.ts';
import type { Packet } from './link/packet.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';

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
  { cli, runs, without, trace }: BenchOptions,
  name: string,
  server: RealServer,
  { ms, link }: Distance,
  ports: Ports,
): Promise<Comparison> => {
  if (link === null) throw new Error('a login is counted over a wire');
  const others = [lftp, curl].filter((client) => !without.includes(client.name));
  const contestants = [longshore(cli), ...others]
    .map((client) => contestant(client, server, link, ports, trace))
    .filter((one) => one !== null);
  const [own, ...peers] = await measure(contestants, { runs, warmUp: false });
  if (!own) throw new Error('nothing was measured');
  const seconds = ms / 1_000;
  return {
    work: `login and first listing, ${ports}, ${ms} ms`,
    server: name,
    longshore: own,
    peers,
    floors: [],
    roundTrips: { seconds, count: 1, unit: '' },
    judgements: [{ what: 'round trips', of: null, value: own.median / seconds, target: MOST_ROUND_TRIPS }],
  };
};

const contestant = (
  client: Client,
  server: RealServer,
  link: DelayedLink,
  ports: Ports,
  trace: boolean,
): Contestant | null => {
  const work = client.list(plainWay(server, ports), 'folder');
  if (work === null) return null;
  return {
    name: client.name,
    once: async () => {
      const packets: Packet[] = [];
      link.watch((packet) => packets.push(packet));
      await timed(work, link.onClient).finally(() => link.watch(null));
      if (trace)
        console.log([client.name, ...dialogueLines(packets, server.port, link.roundTripMs / 1_000)].join('\n'));
      return { seconds: timeOfFirstListing(packets, server.port), cpuSeconds: null, peakBytes: null };
    },
  };
};
