import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { writePreferences } from '#shared/contract/preferences.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import { DEFAULT_PREFERENCES } from '#shared/model/preferences.ts';

/** What the person set once for all sites. */
export interface PreferencesStore {
  read(): Preferences;
  write(preferences: Preferences): void;
}

/** A value kept by name as JSON, as its schema has it; undefined where there is none or it is of another shape. */
export const readPreference = <Value>(
  database: DatabaseSync,
  name: string,
  schema: z.ZodType<Value>,
): Value | undefined => {
  const row = z
    .object({ value: z.string() })
    .optional()
    .parse(database.prepare('SELECT value FROM preference WHERE name = ?').get(name));
  if (!row) return undefined;
  const checked = schema.safeParse(JSON.parse(row.value));
  return checked.success ? checked.data : undefined;
};

export const writePreference = (database: DatabaseSync, name: string, value: unknown): void => {
  database
    .prepare(
      'INSERT INTO preference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, JSON.stringify(value));
};

const NAME = 'preferences';

/** @param onChange told of what was written */
export const createPreferencesStore = (
  database: DatabaseSync,
  onChange: (preferences: Preferences) => void,
): PreferencesStore => {
  const kept = readPreference(database, NAME, z.record(z.string(), z.unknown()));
  // One that an older version did not know yet takes its default; one that does not fit falls back as a whole.
  const merged = writePreferences.input.safeParse({ ...DEFAULT_PREFERENCES, ...kept });
  let current = merged.success ? merged.data : DEFAULT_PREFERENCES;
  return {
    read: () => current,
    write: (preferences) => {
      current = preferences;
      writePreference(database, NAME, preferences);
      onChange(preferences);
    },
  };
};
