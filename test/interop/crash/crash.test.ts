import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TransferItem } from '#shared/model/transfer.ts';
import { onEveryServer } from '../scenario.ts';
import { asRoot, TESTER } from '../servers/privilege.ts';
import { runCommand } from '../servers/run-command.ts';
import { digestsIn, type PlannedFile, planFiles, plantFiles, plantOld, randomNumbers } from './files.ts';
import { bundleProgram, liveAndDie } from './lives.ts';

const KILLS = Number(process.env['LONGSHORE_KILLS'] ?? 30);
const SEED = Number(process.env['LONGSHORE_SEED'] ?? Date.now() % 1_000_000);

/** Milliseconds: a life, and the start of the next, on a machine that does other things as well. */
const A_LIFE = 4_000;

/** Bytes a second each way at which the queue lasts for about all kills. */
const speedFor = (files: readonly PlannedFile[]): number =>
  Math.round(files.reduce((bytes, { size }) => bytes + size, 0) / (KILLS * 1.2));

const itemsOf = (files: readonly PlannedFile[], tree: string): readonly TransferItem[] => [
  { name: tree, type: 'directory', size: null, modifiedMs: null },
  ...files
    .filter(({ path }) => !path.includes('/'))
    .map(({ path: name, size }) => ({ name, type: 'file' as const, size, modifiedMs: null })),
];

const sorted = (digests: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...digests].sort(([a], [b]) => (a < b ? -1 : 1));

onEveryServer(
  `a program is killed ${KILLS} times in the middle of a queue`,
  (server) => {
    it(
      `and every file is right in the end (seed ${SEED})`,
      async () => {
        const random = randomNumbers(SEED);
        const { root, ...login } = server();
        const folder = await mkdtemp(join(tmpdir(), 'longshore-crash-'));
        try {
          const [from, to] = [join(folder, 'from'), join(folder, 'to')];
          const downloads = planFiles('down', random);
          const uploads = planFiles('up', random);
          for (const made of [to, join(root, 'up')]) await mkdir(made);
          const wanted = await plantFiles(join(root, 'down'), downloads);
          await plantOld(to, downloads);
          const sent = await plantFiles(from, uploads);
          await plantOld(join(root, 'up'), uploads);
          await runCommand(asRoot('chown', '-R', `${TESTER.uid}:${TESTER.gid}`, root));

          const { kills, atEvents, end } = await liveAndDie(
            {
              server: { host: login.host, port: login.port, user: login.user, password: login.password },
              database: join(folder, 'longshore.db'),
              from,
              to,
              added: { downloads: itemsOf(downloads, 'down-tree'), uploads: itemsOf(uploads, 'up-tree') },
              speed: speedFor([...downloads, ...uploads]),
            },
            { most: KILLS, random, program: await bundleProgram(folder) },
          );
          console.info(`killed ${kills} times, ${atEvents} of them at an event`);
          expect(end).toEqual({ told: 'done', asked: [], open: [] });
          // Part files and what was set aside would be there as well.
          expect(sorted(await digestsIn(to))).toEqual(sorted(wanted));
          expect(sorted(await digestsIn(join(root, 'up')))).toEqual(sorted(sent));
          expect(kills).toBeGreaterThan(KILLS / 2);
        } finally {
          await rm(folder, { recursive: true });
        }
      },
      120_000 + KILLS * A_LIFE,
    );
  },
  { which: ({ name }) => ['vsftpd', 'ProFTPD', 'Pure-FTPd'].includes(name) },
);
