import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { EVENTS, type Moment } from './moments.ts';
import type { Life, Told } from './program.ts';

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url));

/**
 * Makes one file of the program, which starts several times as fast as its hundreds.
 * @returns its path
 */
export const bundleProgram = async (folder: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: PROGRAM,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  return join(folder, 'program.mjs');
};

/** Milliseconds that a program lives on average before it is killed, from where data moves. */
const MEAN_LIFE = 900;

/** Milliseconds that it is given to come to an event at which it is killed. */
const LONGEST_WAY = 3_000;

/** Milliseconds in which a program that nobody kills is done. */
const PATIENCE = 120_000;

export interface Outcome {
  readonly kills: number;
  /** How many of them at an event rather than at any time. */
  readonly atEvents: number;
  /** What the program told that came to the end of the queue. */
  readonly end: Extract<Told, { told: 'done' }>;
}

/**
 * Runs the program again and again, killing it so many times, and in the end lets it come to the end of its queue. It is
 * killed at any time, or where something in particular has just been done.
 * @param most fewer, where the queue is done before
 * @param program see `bundleProgram`
 */
export const liveAndDie = async (
  life: Omit<Life, 'moment'>,
  { most, random, program }: { readonly most: number; readonly random: () => number; readonly program: string },
): Promise<Outcome> => {
  let atEvents = 0;
  for (let kills = 0; ; kills += 1) {
    const isLast = kills === most;
    const moment = !isLast && random() < 0.4 ? momentOf(random) : null;
    const anyTime = -Math.log(1 - random()) * MEAN_LIFE;
    const lasts = isLast ? PATIENCE : moment === null ? anyTime : LONGEST_WAY;
    const added = kills === 0 ? life.added : null;
    const end = await liveOnce({ ...life, added, speed: isLast ? null : life.speed, moment }, lasts, program);
    if (end.kind === 'done') return { kills, atEvents, end: end.told };
    if (isLast) throw new Error(`nobody killed the program, and it was not done: ${end.complaint}`);
    if (moment !== null && !end.timed) atEvents += 1;
  }
};

const momentOf = (random: () => number): Moment => ({
  event: EVENTS[Math.floor(random() * EVENTS.length)] ?? 'reply 226',
  count: 1 + Math.floor(random() * 2),
  after: random() < 0.5 ? 0 : Math.floor(random() * 6),
});

type End =
  | { readonly kind: 'done'; readonly told: Extract<Told, { told: 'done' }> }
  | { readonly kind: 'killed'; readonly timed: boolean; readonly complaint: string };

/** One life of the program: to the end of the queue, to its moment, or for so many milliseconds from where data moves. */
const liveOnce = async (life: Life, lasts: number, program: string): Promise<End> => {
  const child = spawn(process.execPath, [program, JSON.stringify(life)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => {
    complaint = (complaint + bytes).slice(-2_000);
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const over = new AbortController();
  let done: Extract<Told, { told: 'done' }> | null = null;
  let timed = false;
  const kill = async (): Promise<void> => {
    await pause(lasts, undefined, { signal: over.signal });
    timed = true;
    child.kill('SIGKILL');
  };
  createInterface(child.stdout).on('line', (line) => {
    const told = JSON.parse(line) as Told;
    if (told.told === 'done') done = told;
    else void kill().catch(() => {});
  });
  const [, signal] = await ended;
  over.abort();
  if (done !== null) return { kind: 'done', told: done };
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself: ${complaint}`);
  return { kind: 'killed', timed, complaint };
};
