import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { connectionSettings } from '#shared/contract/fields.ts';
import { FaultError } from '#shared/fault.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { SECRET_PURPOSES, type Site } from '#shared/model/site.ts';

/** The saved sites. Their passwords are the vault's business. */
export interface SiteStore {
  /** By name, as a person sorts: 2 before 10, upper and lower case alike. */
  list(): readonly Site[];
  get(siteId: string): Site | undefined;
  /** A new site where `siteId` is null, else the changed one. Faults: `refused-here: bad-input` where it is gone. */
  save(site: { readonly siteId: string | null; readonly name: string; readonly settings: ConnectionSettings }): Site;
  /** Its password goes with it. */
  delete(siteId: string): void;
  /** @param timeMs milliseconds since the epoch */
  connected(siteId: string, timeMs: number): void;
}

const COLUMNS = `SELECT site_id, name, settings, last_connected_ms,
  (SELECT json_group_array(purpose) FROM site_secret WHERE site_secret.site_id = site.site_id) AS secrets FROM site`;

const row = z.object({
  site_id: z.string(),
  name: z.string(),
  settings: z.string(),
  last_connected_ms: z.number().nullable(),
  secrets: z.string(),
});

const secretPurposes = z.array(z.enum(SECRET_PURPOSES));

const toSite = (value: unknown): Site => {
  const found = row.parse(value);
  return {
    siteId: found.site_id,
    name: found.name,
    // A site of an earlier version lacks what came since.
    settings: connectionSettings.parse({ ...DEFAULT_CONNECTION, ...JSON.parse(found.settings) }),
    secrets: secretPurposes.parse(JSON.parse(found.secrets)),
    lastConnectedMs: found.last_connected_ms,
  };
};

export const createSiteStore = (database: DatabaseSync): SiteStore => {
  const byId = database.prepare(`${COLUMNS} WHERE site_id = ?`);
  const all = database.prepare(COLUMNS);
  const insert = database.prepare('INSERT INTO site (site_id, name, settings) VALUES (?, ?, ?)');
  const update = database.prepare('UPDATE site SET name = ?, settings = ? WHERE site_id = ?');
  const remove = database.prepare('DELETE FROM site WHERE site_id = ?');
  const touch = database.prepare('UPDATE site SET last_connected_ms = ? WHERE site_id = ?');
  const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

  const get = (siteId: string): Site | undefined => {
    const found = byId.get(siteId);
    return found ? toSite(found) : undefined;
  };

  return {
    list: () =>
      all
        .all()
        .map(toSite)
        .sort((left, right) => byName.compare(left.name, right.name)),
    get,
    save: ({ siteId, name, settings }) => {
      const id = siteId ?? randomUUID();
      const written =
        siteId === null
          ? insert.run(id, name, JSON.stringify(settings))
          : update.run(name, JSON.stringify(settings), id);
      const saved = written.changes === 1 ? get(id) : undefined;
      if (!saved) {
        const detail = 'the site is no longer there';
        throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'bad-input', detail });
      }
      return saved;
    },
    delete: (siteId) => {
      remove.run(siteId);
    },
    connected: (siteId, timeMs) => {
      touch.run(timeMs, siteId);
    },
  };
};
