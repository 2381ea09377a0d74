import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { asRoot } from '../../interop/servers/privilege.ts';
import { runCommand } from '../../interop/servers/run-command.ts';
import { type Packet, parsePacket } from './packet.ts';

/** This machine and another one that is far away, as far as TCP can tell: a network namespace behind a long wire. */
export interface DelayedLink {
  readonly roundTripMs: number;
  /** Of this machine, where servers are to listen. */
  readonly serverAddress: string;
  /** Of the other one. */
  readonly clientAddress: string;
  /** The words to put before a command line that is to run on the other one. */
  readonly onClient: readonly string[];
  /** Calls `watch` for every TCP packet, in the order and at the time the other one sees it, until the next call. */
  watch(watch: ((packet: Packet) => void) | null): void;
  close(): Promise<void>;
}

/**
 * Lays the wire. Not every kernel has netem, so a small program carries the packets between two TUN devices; the
 * connections that run over it are the kernel's own in both directions, active data connections too.
 *
 * @param packetBytes of the largest packet: with large ones the program carries more than a connection asks of it
 */
export const openDelayedLink = async (roundTripMs: number, packetBytes = ETHERNET_BYTES): Promise<DelayedLink> => {
  const [serverDevice, clientDevice] = [`lsw${process.pid}s`, `lsw${process.pid}c`];
  const { serverAddress, clientAddress } = addresses(process.pid);
  const wire = spawned(['python3', DELAY, String(roundTripMs / 2), serverDevice, clientDevice]);
  // Holds the namespace until its input is closed, which even a killed parent does.
  const holder = spawned(['unshare', '--net', 'sh', '-c', 'echo $$; exec cat']);
  const close = async (): Promise<void> => {
    await Promise.all([wire, holder].map(end));
  };
  try {
    const lines = createInterface({ input: wire.stdout });
    await once(lines, 'line');
    const [pid] = await once(createInterface({ input: holder.stdout }), 'line');
    const onClient = asRoot('nsenter', `--net=/proc/${pid}/ns/net`);
    const root = asRoot();
    for (const command of [
      [...root, 'ip', 'link', 'set', clientDevice, 'netns', String(pid)],
      [...root, 'ip', 'address', 'add', `${serverAddress}/30`, 'dev', serverDevice],
      [...root, 'ip', 'link', 'set', serverDevice, 'mtu', String(packetBytes), 'up'],
      [...onClient, 'ip', 'address', 'add', `${clientAddress}/30`, 'dev', clientDevice],
      [...onClient, 'ip', 'link', 'set', clientDevice, 'mtu', String(packetBytes), 'up'],
      [...onClient, 'ip', 'link', 'set', 'lo', 'up'],
    ])
      await runCommand(command);
    let watching: ((packet: Packet) => void) | null = null;
    lines.on('line', (line) => watching?.(parsePacket(line)));
    const watch = (next: typeof watching): void => {
      watching = next;
    };
    return { roundTripMs, serverAddress, clientAddress, onClient, watch, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const ETHERNET_BYTES = 1_500;
const DELAY = fileURLToPath(new URL('delay.py', import.meta.url));

/** One of the 32,768 pairs in the network for measurements (RFC 2544): two links at a time do not meet. */
const addresses = (index: number): { serverAddress: string; clientAddress: string } => {
  const pair = (index % 32_768) * 4;
  const network = `198.${18 + (pair >> 16)}.${(pair >> 8) & 255}`;
  return { serverAddress: `${network}.${(pair & 255) + 1}`, clientAddress: `${network}.${(pair & 255) + 2}` };
};

const spawned = (command: readonly string[]) => {
  const [program = '', ...words] = asRoot(...command);
  return spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.stdin?.end();
  child.stdout?.resume();
  await closed;
};
