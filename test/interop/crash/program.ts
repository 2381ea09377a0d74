/** A queue that is kept, in a program that is killed: what it has to do stands in its first argument, as JSON. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DialogueObserver } from '../../../src/main/ftp/engine.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { createPacing } from '../../../src/main/transfer/pacing/pacing.ts';
import { createTransferQueue } from '../../../src/main/transfer/queue.ts';
import { DEFAULT_SPEED_PLAN } from '../../../src/shared/model/speed-plan.ts';
import type { TransferItem } from '../../../src/shared/model/transfer.ts';
import { killAt, type Moment } from './moments.ts';
import { type Server, sessionOf } from './session.ts';

export interface Life {
  readonly server: Server;
  readonly database: string;
  /** The folders here that are sent from and received in. */
  readonly from: string;
  readonly to: string;
  /** What is put into the queue; null: it is there already. */
  readonly added: { readonly downloads: readonly TransferItem[]; readonly uploads: readonly TransferItem[] } | null;
  /** Bytes a second each way; null: as fast as it goes. */
  readonly speed: number | null;
  readonly moment: Moment | null;
}

/** What is told on standard output, a line each. */
export type Told =
  | { readonly told: 'at work' }
  | { readonly told: 'done'; readonly asked: readonly string[]; readonly open: readonly unknown[] };

/** Files put into the queue together. */
const AT_ONCE = 4;

const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

const life = JSON.parse(process.argv[2] ?? '') as Life;
let atWork = false;
const killer = killAt(life.moment);
const observer: DialogueObserver = {
  ...killer,
  reply: (reply) => {
    // Data moves: what was spent on starting the program is no part of its life.
    if (reply.code === 150 && !atWork) tell({ told: 'at work' });
    atWork ||= reply.code === 150;
    killer.reply(reply);
  },
};
const session = sessionOf(life.server, observer);
const asked: string[] = [];
let connected = life.added !== null;

const queue = createTransferQueue({
  sessions: { get: (id) => (connected && id === 's1' ? session : undefined) },
  asker: {
    ask: async (question) => {
      asked.push(JSON.stringify(question));
      return { kind: 'dismissed' };
    },
  },
  preferences: () => ({
    connectionsPerSite: 4,
    connectionsInTotal: 10,
    segmentsPerFile: 3,
    // Only these are there before: that anything else is there is a question, which is a fault here.
    conflictRules: [{ direction: 'any', names: 'replaced-*', size: 'any', time: 'any', action: 'overwrite' }],
    verification: 'auto',
  }),
  segmentsExactly: true,
  pacing: createPacing({
    plan: () => ({ ...DEFAULT_SPEED_PLAN, speeds: { down: life.speed, up: life.speed } }),
    speedsOf: () => ({ down: null, up: null }),
  }),
  database: openDatabase(life.database),
  transferSessions: {
    open: async () => {
      // As connecting takes its time.
      await nextTurn();
      connected = true;
      queue.sessionConnected('s1');
    },
    close: () => {},
  },
  retryPauses: [100, 200, 400, 800, 1_600, 3_200],
});

if (life.added !== null) {
  const { downloads, uploads } = life.added;
  // By turns, so that both ways are under way together.
  for (let first = 0; first < Math.max(downloads.length, uploads.length); first += AT_ONCE) {
    const some = (items: readonly TransferItem[]): readonly TransferItem[] => items.slice(first, first + AT_ONCE);
    queue.addDownloads({ sessionId: 's1', from: '/down', to: life.to, items: some(downloads) });
    queue.addUploads({ sessionId: 's1', from: life.from, to: '/up', items: some(uploads) });
  }
}

const lookWhetherDone = async (): Promise<void> => {
  const { counts } = queue.summary();
  if (counts.waiting + counts.active + counts.asking + counts.moving + counts.paused > 0) return;
  const open = queue.read('all', 0, 1_000).rows.filter(({ state }) => state !== 'done');
  await queue.stop();
  process.stdout.write(`${JSON.stringify({ told: 'done', asked, open } satisfies Told)}\n`, () => process.exit(0));
};
queue.onChanged(() => void lookWhetherDone());
void lookWhetherDone();
