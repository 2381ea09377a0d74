import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type LearnedFacts, nothingLearned } from '../ftp/engine.ts';

/** Milliseconds after which a server is met without prejudice again: it may have been mended since. */
export const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1_000;

/** That a host had TLS is kept by `TlsHosts`, for ever and not only for a while. */
export type KeptFacts = Omit<LearnedFacts, 'hadTls'>;

/** What was learned about servers, so that the next program run need not find it out again. */
export interface LearnedServers {
  /** The facts of a server; nothing learned where nothing is kept, or nothing that can be read, or too long ago. */
  recall(host: string, port: number): KeptFacts;
  remember(host: string, port: number, facts: Readonly<KeptFacts>): void;
  forget(host: string, port: number): void;
}

const fact = z.boolean().catch(false);
const keptFacts = z.object({
  epsvFails: fact,
  eprtFails: fact,
  passiveFails: fact,
  mlsdFails: fact,
  pipeliningFails: fact,
  answersInOrder: fact,
  onlyBetweenTransfers: fact,
  interruptFails: fact,
}) satisfies z.ZodType<KeptFacts>;

const row = z.object({ facts: z.string(), learned_ms: z.number() });

/** @param now milliseconds since the epoch */
export const createLearnedServers = (database: DatabaseSync, now: () => number = Date.now): LearnedServers => {
  const find = database.prepare('SELECT facts, learned_ms FROM learned_server WHERE host = ? AND port = ?');
  const put = database.prepare(
    `INSERT INTO learned_server (host, port, facts, learned_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (host, port) DO UPDATE SET facts = excluded.facts, learned_ms = excluded.learned_ms`,
  );
  const remove = database.prepare('DELETE FROM learned_server WHERE host = ? AND port = ?');
  return {
    recall: (host, port) => {
      const found = row.safeParse(find.get(host.toLowerCase(), port));
      if (!found.success || now() - found.data.learned_ms > FORGET_AFTER_MS) return withoutTls(nothingLearned());
      return keptFacts.catch(withoutTls(nothingLearned())).parse(parseJson(found.data.facts));
    },
    remember: (host, port, facts) => {
      put.run(host.toLowerCase(), port, JSON.stringify(keptFacts.parse(facts)), now());
    },
    forget: (host, port) => {
      remove.run(host.toLowerCase(), port);
    },
  };
};

const withoutTls = ({ hadTls: _, ...kept }: LearnedFacts): KeptFacts => kept;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
