import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { IMAGE_FILE_STREAM } from '#shared/ftp/transfer-parameters.ts';
import { defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions, TransferOptions } from '../../src/main/ftp/engine.ts';
import { SYSTEM_CLOCK } from '../../src/main/transfer/pacing/clock.ts';
import { RateLimit } from '../../src/main/transfer/pacing/rate-limit.ts';
import type { ServerScript } from '../server-ftp/server-ftp.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes } from './conversation.ts';
import { type StepwisePace, stepwisePace } from './stepwise-pace.ts';

/** A transfer keeps a pace: what moves is what it was told of, piece by piece, however the data connection is made. */

const SIZE = 40_000;
const PIECE = 1_000;
/** Nothing that compression makes less of. */
const FILE = randomBytes(SIZE);

interface Way {
  readonly script?: ServerScript;
  readonly options?: Partial<ConnectOptions>;
  readonly mode?: 'B' | 'C' | 'Z';
}

const WAYS: readonly (readonly [string, Way])[] = [
  ['read straight from the socket', {}],
  ['over a connection that the server made', { options: { dataConnection: 'active' } }],
  ['under TLS', { script: { tls: {} } }],
  ['under TLS over a connection that the server made', { script: { tls: {} }, options: { dataConnection: 'active' } }],
  ['in block mode', { mode: 'B' }],
  ['in compressed mode', { mode: 'C' }],
  ['in deflate mode', { mode: 'Z' }],
  ['in deflate mode under TLS', { mode: 'Z', script: { tls: {} } }],
];

const optionsOf = ({ mode }: Way, pace: StepwisePace): TransferOptions => ({
  ...defaultTransferOptions(),
  parameters: { ...IMAGE_FILE_STREAM, mode: mode ?? 'S' },
  counter: { bytes: 0 },
  pace,
});

/** Turns of the event loop in which anything that is on its way arrives. */
const lookAround = async (): Promise<void> => {
  for (let turn = 0; turn < 25; turn += 1) await setImmediate();
};

describe.each(WAYS)('%s', (_name, way) => {
  test('a download takes nothing before its turn', async () => {
    const { ftp, server } = await loggedIn({ ...way.script, files: { a: FILE } }, way.options);
    const pace = stepwisePace(PIECE);
    const sink = intoMemory();
    const done = ftp.retrieve('/a', sink, optionsOf(way, pace));
    for (let turn = 1; turn <= 5; turn += 1) {
      await pace.waits();
      await lookAround();
      expect(pace.told).toBeLessThanOrEqual(turn * PIECE);
      expect(sink.content().length).toBeLessThanOrEqual(pace.told);
      pace.step();
    }
    pace.letGo();
    await done;
    expect(sink.content().equals(FILE)).toBe(true);
    expect(pace.told).toBe(server.data.at(-1)?.bytes);
  });

  test('an upload sends nothing before its turn', async () => {
    const { ftp, server } = await loggedIn({ ...way.script }, way.options);
    const pace = stepwisePace(PIECE);
    const options = optionsOf(way, pace);
    const done = ftp.store('/a', fromMemory(FILE), options);
    for (let turn = 1; turn <= 5; turn += 1) {
      await pace.waits();
      await lookAround();
      expect(pace.told).toBeLessThanOrEqual(turn * PIECE);
      expect(server.data.at(-1)?.bytes).toBeLessThanOrEqual(pace.told);
      pace.step();
    }
    pace.letGo();
    await done;
    expect((await server.content('/a')).equals(FILE)).toBe(true);
    expect(pace.told).toBe(server.data.at(-1)?.bytes);
  });
});

describe('while it waits for its turn', () => {
  const quick = { timeouts: { connect: 20_000, reply: 20_000, data: 1_000 } };

  test('silence is nobody’s fault, but it is where it waits for the server', { timeout: 40_000 }, async () => {
    const held = WAYS.flatMap(([, way]) => ['down', 'up'].map((direction) => ({ way, direction })));
    const transfers = await Promise.all(
      held.map(async ({ way, direction }) => {
        const { ftp, server } = await loggedIn({ ...way.script, files: { a: FILE } }, { ...way.options, ...quick });
        const pace = stepwisePace(PIECE);
        const options = optionsOf(way, pace);
        const sink = intoMemory();
        const done =
          direction === 'down' ? ftp.retrieve('/a', sink, options) : ftp.store('/b', fromMemory(FILE), options);
        await Promise.race([pace.waits(), done]);
        return {
          pace,
          done,
          arrived: async () => (direction === 'down' ? sink.content() : await server.content('/b')),
        };
      }),
    );
    const silent = Promise.withResolvers<void>();
    const { ftp } = await loggedIn({ files: { a: '' }, data: { RETR: { endWhen: silent.promise } } }, quick);
    const waitingForServer = ftp.retrieve('/a', intoMemory(), defaultTransferOptions());
    expect(await faultOf(waitingForServer)).toMatchObject({ kind: 'data-connection', cause: 'timeout' });
    silent.resolve();
    for (const { pace, done, arrived } of transfers) {
      pace.letGo();
      await done;
      expect((await arrived()).equals(FILE)).toBe(true);
    }
  });

  test.each(['down', 'up'])('a transfer can be ended: %s', async (direction) => {
    const { ftp } = await loggedIn({ files: { a: FILE } });
    const pace = stepwisePace(PIECE);
    const abort = new AbortController();
    const options = { ...optionsOf({}, pace), signal: abort.signal };
    const done =
      direction === 'down' ? ftp.retrieve('/a', intoMemory(), options) : ftp.store('/b', fromMemory(FILE), options);
    await pace.waits();
    abort.abort();
    expect(await faultOf(done)).toMatchObject({ kind: 'cancelled' });
    const { told } = pace;
    pace.letGo();
    await lookAround();
    expect(pace.told).toBe(told);
    await ftp.noop();
  });
});

test('two transfers under one limit take as long as their bytes do at it, and get the same', async () => {
  const limit = new RateLimit(SYSTEM_CLOCK);
  limit.change(400_000);
  const content = sampleBytes(150_000);
  const began = performance.now();
  const transfers = await Promise.all(
    ['a', 'b'].map(async (name) => {
      const { ftp } = await loggedIn({ files: { [name]: content } });
      const counter = { bytes: 0 };
      const options = { ...defaultTransferOptions(), counter, pace: limit };
      return { counter, done: ftp.retrieve(`/${name}`, intoMemory(), options) };
    }),
  );
  const [first, second] = transfers;
  await Promise.race(transfers.map(({ done }) => done));
  // Whoever is done first, the other has had its turns as well.
  expect(Math.min(first?.counter.bytes ?? 0, second?.counter.bytes ?? 0)).toBeGreaterThan(content.length / 2);
  await Promise.all(transfers.map(({ done }) => done));
  // 300,000 bytes, of which a tenth of a second's worth may go at once.
  expect(performance.now() - began).toBeGreaterThan(600);
});

test('a listing is not held back', async () => {
  const { ftp } = await loggedIn({ files: Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, 'x'])) });
  const entries: string[] = [];
  await ftp.list('/', { signal: null, onEntries: (some) => entries.push(...some.map(({ name }) => name)) });
  expect(entries).toHaveLength(50);
});
