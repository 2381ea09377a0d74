import { describe, expect, test, vi } from 'vitest';
import type { ConnectOptions } from '../../../src/main/ftp/engine.ts';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { faultOf } from '../conversation.ts';
import { copy, copying, expectUsable, large, type Side, saidTo, strangers } from './pair.ts';

/** The data stands still in the middle of the file, for as long as nobody ends it. */
const stuck = { stopAfter: 100_000, endWhen: new Promise<void>(() => {}) };

/** So slow that there is time to cancel. */
const slow = { 'RETR /a': { chunkBytes: 20_000, chunkPause: 5 } };

const MANNERS = ['at-once', 'after-transfer', 'folded'] as const;

type Both = { readonly from: Side; readonly to: Side };

/** What the source sends is larger than all buffers; each side holds a file for a transfer of its own. */
const pair = (
  source: ServerScript = {},
  target: ServerScript = {},
  changes: Partial<ConnectOptions> = {},
): Promise<Both> => strangers({ files: { a: large, c: 'c' }, ...source }, { files: { c: 'c' }, ...target }, changes);

/** When the target has taken bytes of the file. */
const begun = ({ to }: Both): Promise<boolean> =>
  vi.waitUntil(() => to.server.data.some(({ command, bytes }) => command === 'STOR /b' && bytes > 0), { interval: 5 });

const cancelMidway = async (both: Both): Promise<void> => {
  const stop = new AbortController();
  const call = faultOf(copy(both, { signal: stop.signal }));
  await begun(both);
  stop.abort();
  expect(await call).toEqual({ kind: 'cancelled', stage: 'after-preliminary-reply' });
};

const bothUsable = async ({ from, to }: Both): Promise<void> => {
  await Promise.all([expectUsable(from, '/c'), expectUsable(to, '/c')]);
  await from.ftp.copyTo('/c', to.ftp, '/d', copying());
  expect((await to.server.content('/d')).toString()).toBe('c');
};

/** Which of the two calls. */
const WAYS: readonly (readonly [string, ServerScript])[] = [
  ['the source calls', {}],
  ['the target calls', { replies: { PORT: '501 no' } }],
];

/** With what makes the source listen, or call, and what else it is to answer. */
const answering = (way: ServerScript, replies: NonNullable<ServerScript['replies']>): ServerScript => ({
  ...way,
  replies: { ...way.replies, ...replies },
});

describe.each(MANNERS)('ABOR answered %s', (abort) => {
  describe.each(WAYS)('%s', (_, way) => {
    test.each(['550 no such directory', '553 not this name', '452 full'])('STOR refused: %s', async (refusal) => {
      const both = await pair({ abort, ...way }, { abort, replies: { 'STOR /b': refusal } });
      expect(await faultOf(copy(both))).toMatchObject({
        kind: 'reply',
        command: 'STOR',
        code: Number(refusal.slice(0, 3)),
      });
      await bothUsable(both);
    });

    test.each(['550 no such file', '450 busy'])('RETR refused: %s', async (refusal) => {
      const both = await pair({ abort, ...answering(way, { 'RETR /a': refusal }) }, { abort });
      expect(await faultOf(copy(both))).toMatchObject({
        kind: 'reply',
        command: 'RETR',
        code: Number(refusal.slice(0, 3)),
      });
      await bothUsable(both);
    });

    test('the target ends in the middle of the file: its word is the reason', async () => {
      const completion = '552 quota exceeded';
      const both = await pair({ abort, ...way }, { abort, data: { 'STOR /b': { stopAfter: 50_000, completion } } });
      expect(await faultOf(copy(both))).toMatchObject({
        kind: 'reply',
        command: 'STOR',
        code: 552,
        stage: 'after-preliminary-reply',
      });
      await bothUsable(both);
    });

    test('the source ends in the middle of the file: its word is the reason', async () => {
      const completion = '451 cannot read on';
      const ending = 'reset';
      const both = await pair(
        { abort, ...way, data: { 'RETR /a': { stopAfter: 50_000, ending, completion } } },
        { abort },
      );
      expect(await faultOf(copy(both))).toMatchObject({ kind: 'reply', command: 'RETR', code: 451 });
      await bothUsable(both);
    });

    test('cancelled in the middle', async () => {
      const files = { a: large.subarray(0, 2_000_000), c: 'c' };
      const both = await pair({ abort, ...way, files, data: slow }, { abort });
      await cancelMidway(both);
      await bothUsable(both);
    });
  });
});

test('refused when the other one waits for a call already, and looks at nothing else: it gets ours', async () => {
  const asked = Promise.withResolvers<void>();
  const refusal = { say: '550 no such file', act: false, until: asked.promise };
  const waits = { abort: 'after-transfer', dataTimeout: 30_000 } as const;
  const both = await pair({ replies: { 'RETR /a': [refusal, null] } }, waits);
  const call = faultOf(copy(both));
  await both.to.server.received('STOR /b');
  asked.resolve();
  expect(await call).toMatchObject({ kind: 'reply', command: 'RETR', code: 550 });
  await bothUsable(both);
});

test.each([
  ['at-once', 'after-transfer'],
  ['after-transfer', 'at-once'],
] as const)('cancelled where the source answers ABOR %s, and the target %s', async (source, target) => {
  const both = await pair({ abort: source, data: slow }, { abort: target });
  await cancelMidway(both);
  await bothUsable(both);
});

test('cancelled where neither looks up before a file without end is through: both are given up in time', async () => {
  const abort = 'after-transfer';
  const timeouts = { connect: 5_000, reply: 500, data: 5_000 };
  const both = await pair({ abort, data: { 'RETR /a': stuck } }, { abort }, { timeouts });
  await cancelMidway(both);
  expect([both.from.ftp.closed, both.to.ftp.closed]).toEqual([true, true]);
});

describe.each(WAYS)('a control connection is lost in the middle, and %s', (_, way) => {
  const lose = { 'by a reset': 'reset', 'by 421': 'service-closing' } as const;

  test.each([
    ['from', 'to', 'by a reset'],
    ['to', 'from', 'by a reset'],
    ['from', 'to', 'by 421'],
    ['to', 'from', 'by 421'],
  ] as const)('that of %s, %s stays usable: %s', async (lost, left, how) => {
    const both = await pair({ ...way, data: { 'RETR /a': stuck } });
    const call = faultOf(copy(both));
    await begun(both);
    const [connection] = both[lost].server.connections;
    if (how === 'by 421') await connection?.say('421 going down');
    else connection?.reset();
    expect(await call).toMatchObject({ kind: 'control-connection', cause: lose[how] });
    expect([both[lost].ftp.closed, both[left].ftp.closed]).toEqual([true, false]);
    await expectUsable(both[left], '/c');
  });
});

test('cancelled before its turn nothing is sent', async () => {
  const both = await pair();
  expect(await faultOf(copy(both, { signal: AbortSignal.abort() }))).toEqual({ kind: 'cancelled', stage: 'preparing' });
  expect([saidTo(both.from), saidTo(both.to)]).toEqual([[], []]);
});

test('a target whose file no longer grows ends it, where a second connection can see that', async () => {
  const timeouts = { connect: 5_000, reply: 5_000, data: 500 };
  const both = await pair({ data: { 'RETR /a': stuck } }, { replies: { 'SIZE /b': '213 90000' } }, { timeouts });
  const counter = { bytes: 0 };
  expect(await faultOf(copy(both, { watcher: await both.to.connect(), counter }))).toMatchObject({
    kind: 'data-connection',
    cause: 'timeout',
    stage: 'after-preliminary-reply',
  });
  expect(counter.bytes).toBe(90_000);
  await bothUsable(both);
});
