import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Seeded } from '../conversations/seeded.ts';
import { connected, listening } from './relay.ts';

/**
 * What becomes of one connection once so many bytes have gone one way:
 * - `kept`: nothing, it carries all
 * - `slow`: every piece is held up for a while
 * - `cut`: both ends see it end
 * - `reset`: both ends see it reset
 * - `truncated`: the receiver sees it end as if that were all, and the sender gets rid of the rest
 */
export type Fate = 'kept' | 'slow' | 'cut' | 'reset' | 'truncated';

/** A line to a server, by an address of its own, that is not to be relied upon. */
export interface UnreliableLine {
  readonly host: string;
  readonly port: number;
  /** How many connections had which fate, so far as it came to it. */
  readonly fates: Readonly<Record<Fate, number>>;
  close(): Promise<void>;
}

/** Another address of this machine: the data ports that the server names are listened on there, so that no reply changes. */
const ADDRESS = '127.0.0.2';

/** Milliseconds a piece on a slow connection is held up, and a data port waits for its connection. */
const SLOWEST = 12;
const PATIENCE = 5_000;

/** Of ten connections: control connections carry a whole session, and would hardly ever do so with less luck. */
const CONTROL_FATES: readonly Fate[] = [
  'kept',
  'kept',
  'kept',
  'kept',
  'kept',
  'kept',
  'slow',
  'cut',
  'reset',
  'reset',
];
const DATA_FATES: readonly Fate[] = [
  'kept',
  'kept',
  'kept',
  'kept',
  'kept',
  'slow',
  'cut',
  'reset',
  'truncated',
  'truncated',
];

/**
 * Carries control connections to a server, and the passive data connections that go with them, each to its fate. What is
 * said is not changed: a port that is named in 227 or 229 is opened here too, before the reply is passed on.
 */
export const startUnreliableLine = async (
  server: { readonly host: string; readonly port: number },
  random: Seeded,
): Promise<UnreliableLine> => {
  const fates: Record<Fate, number> = { kept: 0, slow: 0, cut: 0, reset: 0, truncated: 0 };
  const open = new Set<Socket | Server>();
  const track = <T extends Socket | Server>(opened: T): T => {
    open.add(opened);
    opened.on('error', () => {});
    opened.once('close', () => open.delete(opened));
    return opened;
  };
  const chosen = (among: readonly Fate[]): Fate => among[random.below(among.length)] ?? 'kept';
  /** Few bytes as likely as many. */
  const someBytes = (most: number): number => random.below(2 ** random.below(Math.log2(most) + 1));

  const carry = (client: Socket, far: Socket, fate: Fate, after: number, passing: Passing = async () => {}): void => {
    let left = fate === 'kept' || fate === 'slow' ? Number.POSITIVE_INFINITY : after;
    if (left === Number.POSITIVE_INFINITY) fates[fate] += 1;
    const spend = (bytes: number): number => {
      const allowed = Math.min(bytes, left);
      left -= allowed;
      return allowed;
    };
    const held = fate === 'slow' ? () => 1 + random.below(SLOWEST) : () => 0;
    const ended = (from: Socket, to: Socket): void => {
      fates[fate] += 1;
      if (fate === 'reset') for (const socket of [from, to]) socket.resetAndDestroy();
      else to.end();
      if (fate === 'cut') from.destroy();
    };
    void pump(client, far, { spend, held, ended, passing: async () => {} });
    void pump(far, client, { spend, held, ended, passing });
  };

  const openDataPort = async (port: number): Promise<void> => {
    const listener = track(createServer({ allowHalfOpen: true, noDelay: true }));
    listener.once('connection', (client: Socket) => {
      track(client);
      listener.close();
      const far = track(connect({ host: server.host, port, allowHalfOpen: true, noDelay: true }));
      far.once('error', () => client.destroy());
      carry(client, far, chosen(DATA_FATES), someBytes(2 ** 22));
    });
    listener.listen(port, ADDRESS);
    await Promise.race([once(listener, 'listening'), once(listener, 'error')]);
    setTimeout(() => listener.close(), PATIENCE).unref();
  };

  const control = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    track(client);
    connected(server.host, server.port).then(
      (far) => carry(client, track(far), chosen(CONTROL_FATES), someBytes(2 ** 14), portsIn(openDataPort)),
      () => client.destroy(),
    );
  });
  const port = await listening(control, ADDRESS);
  return {
    host: ADDRESS,
    port,
    fates,
    async close() {
      const closed = once(control, 'close');
      control.close();
      for (const one of open) 'destroy' in one ? one.destroy() : one.close();
      await closed;
    },
  };
};

/** Waited for before a piece is passed on. */
type Passing = (piece: Buffer) => Promise<void>;

interface Pumping {
  /** How many of so many bytes may still pass. */
  spend(bytes: number): number;
  /** Milliseconds that the next piece is held up. */
  held(): number;
  /** No more may pass. */
  ended(from: Socket, to: Socket): void;
  readonly passing: Passing;
}

/** One way of a connection, piece by piece. */
const pump = async (from: Socket, to: Socket, { spend, held, ended, passing }: Pumping): Promise<void> => {
  let isOver = false;
  try {
    for await (const piece of from.iterator({ destroyOnReturn: false })) {
      if (isOver) continue;
      await passing(piece);
      const pause = held();
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      const allowed = spend(piece.length);
      if (!to.writable) return;
      if (allowed > 0 && !to.write(piece.subarray(0, allowed)))
        await Promise.race([once(to, 'drain'), once(to, 'close')]);
      if (allowed === piece.length) continue;
      isOver = true;
      ended(from, to);
    }
    if (!isOver) to.end();
  } catch {
    to.destroy();
  }
};

/** Looks for the data ports in a server's replies, which may come in any pieces. */
const portsIn = (open: (port: number) => Promise<void>): Passing => {
  let line = '';
  return async (piece) => {
    line += piece.toString('latin1');
    for (let end = line.indexOf('\n'); end >= 0; end = line.indexOf('\n')) {
      const port = dataPort(line.slice(0, end));
      line = line.slice(end + 1);
      if (port !== null) await open(port);
    }
  };
};

/** `229 … (|||6446|)`, `227 … (127,0,0,1,25,46).` */
const dataPort = (reply: string): number | null => {
  const extended = /^229 .*\(\|\|\|(\d+)\|\)/.exec(reply)?.[1];
  if (extended !== undefined) return Number(extended);
  const [, high, low] = /^227 .*\((?:\d+,){4}(\d+),(\d+)\)/.exec(reply) ?? [];
  return high === undefined ? null : Number(high) * 256 + Number(low);
};
