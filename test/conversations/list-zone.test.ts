import { expect, test, vi } from 'vitest';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import type { FileTime } from '../../src/shared/ftp/file-entry.ts';
import { nothingLearned } from '../../src/shared/model/learned-fact.ts';
import { DEFAULT_LISTING } from '../../src/shared/model/listing-choice.ts';
import { loggedIn } from './conversation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const features = ['MDTM', 'SIZE'];

/** Whole minutes, some days ago. */
const recently = (days: number): number => Math.floor(Date.now() / MINUTE) * MINUTE - days * 24 * HOUR;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As the server's `ls` writes a file, with a clock that is so far ahead of UTC. */
const line = (name: string, epochMs: number, aheadMs: number): string => {
  const [, month = '', day = '', time = ''] =
    /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(new Date(epochMs + aheadMs).toISOString()) ?? [];
  return `-rw-r--r-- 1 a b 1 ${MONTHS[Number(month) - 1]} ${day} ${time} ${name}\r\n`;
};

const timesOf = async (ftp: UserFtp): Promise<Readonly<Record<string, FileTime | null>>> => {
  const found: Record<string, FileTime | null> = {};
  await ftp.list('/', {
    signal: null,
    onEntries: (entries) => {
      for (const { name, modified } of entries) found[name] = modified;
    },
  });
  return found;
};

const utc = (epochMs: number): FileTime => ({ epochMs, precision: 'minute', zone: 'utc' });

test.each([
  { place: 'Kathmandu', ahead: 5.75 * HOUR },
  { place: 'New York in winter', ahead: -5 * HOUR },
  { place: 'Greenwich', ahead: 0 },
])(
  'the zone of a server in $place is found by MDTM after the first listing, and told for all later ones',
  async ({ ahead }) => {
    const [a, b] = [recently(1), recently(40)];
    const told: unknown[] = [];
    const { ftp, said } = await loggedIn(
      {
        features,
        files: { a: { modified: a + 12_000 }, b: { modified: b + 59_000 } },
        data: { LIST: { content: line('a', a, ahead) + line('b', b, ahead) } },
      },
      { onLearned: (fact, value) => told.push([fact, value]) },
    );
    expect(await timesOf(ftp)).toMatchObject({ a: { zone: 'unknown' }, b: { zone: 'unknown' } });
    await ftp.noop();
    expect(said().filter((command) => command.startsWith('MDTM'))).toEqual(['MDTM a', 'MDTM b']);
    expect(told).toContainEqual(['zoneMinutes', ahead / MINUTE]);
    expect(await timesOf(ftp)).toEqual({ a: utc(a), b: utc(b) });
    expect(said().filter((command) => command.startsWith('MDTM'))).toEqual([]);
  },
);

test('a server whose clock changes with the season has no one zone: its times stay as it writes them', async () => {
  const [a, b] = [recently(1), recently(170)];
  const content = line('winter', a, HOUR) + line('summer', b, 2 * HOUR);
  const files = { winter: { modified: a }, summer: { modified: b } };
  const { ftp, notes, options } = await loggedIn({ features, files, data: { LIST: { content } } });
  await timesOf(ftp);
  await ftp.noop();
  expect(options.learned.zoneMinutes).toBeNull();
  expect(notes.at(-1)).toMatch(/clock changes with the season/);
  expect(await timesOf(ftp)).toMatchObject({ winter: { zone: 'unknown' } });
});

test('an MDTM that is off by no zone at all teaches nothing', async () => {
  const a = recently(1);
  const { ftp, options } = await loggedIn({
    features,
    files: { a: { modified: a + 7 * MINUTE } },
    data: { LIST: { content: line('a', a, 0) } },
  });
  await timesOf(ftp);
  await ftp.noop();
  expect(options.learned.zoneMinutes).toBeNull();
});

test('nobody waits for the zone: the listing is over before MDTM is answered', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const a = recently(1);
  const { ftp, options } = await loggedIn({
    features,
    files: { a: { modified: a } },
    data: { LIST: { content: line('a', a, HOUR) } },
    replies: { MDTM: { until: held } },
  });
  await timesOf(ftp);
  expect(options.learned.zoneMinutes).toBeNull();
  release();
  await vi.waitFor(() => expect(options.learned.zoneMinutes).toBe(60));
});

test.each([
  { known: 'the site says the zone', changes: { listing: { ...DEFAULT_LISTING, zoneMinutes: 120 } }, ahead: 2 * HOUR },
  { known: 'UTC was learned', changes: { learned: { ...nothingLearned(), zoneMinutes: 0 } }, ahead: 0 },
  {
    known: 'the site sets it against experience',
    changes: { learned: { ...nothingLearned(), zoneMinutes: 60 }, overrides: { zoneMinutes: 60 } },
    ahead: HOUR,
  },
])('MDTM is not asked where $known', async ({ changes, ahead }) => {
  const a = recently(1);
  const { ftp, said } = await loggedIn(
    { features, files: { a: { modified: a } }, data: { LIST: { content: line('a', a, ahead) } } },
    changes,
  );
  expect(await timesOf(ftp)).toEqual({ a: utc(a) });
  await ftp.noop();
  expect(said().filter((command) => command.startsWith('MDTM'))).toEqual([]);
});

test('a zone that changed since it was learned is corrected', async () => {
  const a = recently(1);
  const { ftp, options } = await loggedIn(
    { features, files: { a: { modified: a } }, data: { LIST: { content: line('a', a, HOUR) } } },
    { learned: { ...nothingLearned(), zoneMinutes: 120 } },
  );
  await timesOf(ftp);
  await ftp.noop();
  expect(options.learned.zoneMinutes).toBe(60);
  expect(await timesOf(ftp)).toEqual({ a: utc(a) });
});

test('a day without a time of day stays a day', async () => {
  const content = '-rw-r--r-- 1 a b 1 Nov 20  2020 old\r\n';
  const { ftp } = await loggedIn(
    { features, data: { LIST: { content } } },
    { listing: { ...DEFAULT_LISTING, zoneMinutes: 600 } },
  );
  expect(await timesOf(ftp)).toEqual({ old: { epochMs: Date.UTC(2020, 10, 20), precision: 'day', zone: 'unknown' } });
});
