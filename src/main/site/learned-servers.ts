import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  type Evidence,
  type LearnedEntry,
  type LearnedFact,
  type LearnedFacts,
  nothingLearned,
} from '#shared/model/learned-fact.ts';

/** Milliseconds after which a fact is not believed any more: the server may have been mended since. */
export const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1_000;

/** That a host had TLS is kept by `TlsHosts`, for ever and not only for a while. */
export type KeptFact = Exclude<LearnedFact, 'hadTls'>;

/** A fact with the time it was learned. */
export interface KeptEntry extends LearnedEntry<KeptFact> {
  readonly learnedMs: number;
}

/** What was learned about servers, so that the next program run need not find it out again. */
export interface LearnedServers {
  /** What holds of a server, newest last; empty where nothing is kept, or nothing that can be read, or too long ago. */
  recall(host: string, port: number): readonly KeptEntry[];
  /** Takes the place of what was known of this fact; one that no longer holds is forgotten. */
  remember<F extends KeptFact>(host: string, port: number, fact: F, value: LearnedFacts[F], evidence: Evidence): void;
  forget(host: string, port: number): void;
}

/** Lines of a transcript that are kept with a fact, and characters of each. */
const MOST_EVIDENCE = { lines: 10, characters: 400 };

const flag = z.literal(true);
const VALUES = {
  epsvFails: flag,
  eprtFails: flag,
  passiveFails: flag,
  passiveHostDiffers: flag,
  mlsdFails: flag,
  listAllFails: flag,
  listFails: flag,
  statLists: flag,
  featFails: flag,
  typeFails: flag,
  pwdFails: flag,
  utf8Fails: flag,
  hostFails: flag,
  nameEncoding: z.string(),
  zoneMinutes: z.number(),
  dataProtectionFails: flag,
  tlsFails: flag,
  clearControlFails: flag,
  pipeliningFails: flag,
  answersInOrder: flag,
  onlyBetweenTransfers: flag,
  interruptFails: flag,
  checksumFails: flag,
  mostConnections: z.number(),
  storesDirectly: flag,
  piecesFail: flag,
} as const satisfies { readonly [F in KeptFact]: z.ZodType<NonNullable<LearnedFacts[F]>> };

const kept = z.object({ value: z.unknown(), evidence: z.array(z.string()), learnedMs: z.number() });
const facts = z.record(z.string(), z.unknown());
const row = z.object({ facts: z.string(), learned_ms: z.number() });

/** @param now milliseconds since the epoch */
export const createLearnedServers = (database: DatabaseSync, now: () => number = Date.now): LearnedServers => {
  const find = database.prepare('SELECT facts, learned_ms FROM learned_server WHERE host = ? AND port = ?');
  const put = database.prepare(
    `INSERT INTO learned_server (host, port, facts, learned_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (host, port) DO UPDATE SET facts = excluded.facts, learned_ms = excluded.learned_ms`,
  );
  const remove = database.prepare('DELETE FROM learned_server WHERE host = ? AND port = ?');

  const recall = (host: string, port: number): readonly KeptEntry[] => {
    const found = row.safeParse(find.get(host.toLowerCase(), port));
    if (!found.success) return [];
    const entries = readEntries(found.data.facts, found.data.learned_ms);
    return entries.filter(({ learnedMs }) => now() - learnedMs <= FORGET_AFTER_MS);
  };

  return {
    recall,
    remember: (host, port, fact, value, evidence) => {
      const others = recall(host, port).filter((entry) => entry.fact !== fact);
      const lines = evidence.slice(-MOST_EVIDENCE.lines).map((line) => line.slice(0, MOST_EVIDENCE.characters));
      const learnedMs = now();
      const entries: Record<string, unknown> = {};
      for (const entry of others) {
        entries[entry.fact] = { value: entry.value, evidence: entry.evidence, learnedMs: entry.learnedMs };
      }
      if (value !== false && value !== null) entries[fact] = { value, evidence: lines, learnedMs };
      put.run(host.toLowerCase(), port, JSON.stringify(entries), learnedMs);
    },
    forget: (host, port) => {
      remove.run(host.toLowerCase(), port);
    },
  };
};

/** Entries as facts: what no entry tells of is not so, or not known. */
export const factsOf = (entries: readonly LearnedEntry[]): LearnedFacts =>
  Object.assign(nothingLearned(), Object.fromEntries(entries.map(({ fact, value }) => [fact, value])));

/** What can be read of a row, of an earlier version too, which kept `true` alone. */
const readEntries = (text: string, rowMs: number): readonly KeptEntry[] => {
  const stored = facts.safeParse(parseJson(text));
  if (!stored.success) return [];
  return Object.entries(VALUES)
    .flatMap(([fact, schema]) => {
      const found = stored.data[fact];
      const entry = found === true ? { value: true, evidence: [], learnedMs: rowMs } : kept.safeParse(found).data;
      const value = schema.safeParse(entry?.value);
      if (entry === undefined || !value.success || !isKeptFact(fact)) return [];
      return [{ fact, value: value.data, evidence: entry.evidence, learnedMs: entry.learnedMs }];
    })
    .sort((left, right) => left.learnedMs - right.learnedMs);
};

const isKeptFact = (name: string): name is KeptFact => name in VALUES;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
