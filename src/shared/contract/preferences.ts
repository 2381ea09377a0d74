import { z } from 'zod';
import type { Preferences } from '../model/preferences.ts';
import { answers, event, request } from './define.ts';
import { conflictRules, speeds, verification } from './fields.ts';

const minuteOfDay = z.int().min(0).max(1_439);

const speedPlan = z.strictObject({
  limited: z.boolean(),
  speeds,
  hours: z
    .array(
      z.strictObject({
        days: z.array(z.int().min(0).max(6)).max(7).readonly(),
        from: minuteOfDay,
        until: minuteOfDay,
        speeds,
      }),
    )
    .max(50)
    .readonly(),
});

const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'de', 'ja', 'zh-CN']),
  showHidden: z.boolean(),
  connectionsPerSite: z.int().min(1).max(10),
  connectionsInTotal: z.int().min(1).max(50),
  segmentsPerFile: z.int().min(1).max(8),
  confirmDelete: z.boolean(),
  speedPlan,
  verification,
  conflictRules,
  goOnAtStart: z.boolean(),
  notifyWhenDone: z.boolean(),
});

export const readPreferences = request('preferences/read', z.strictObject({}), answers<Preferences>());
export const writePreferences = request('preferences/write', preferences, answers<null>());
export const preferencesChanged = event('preferences/changed', 'latest', answers<Preferences>());
