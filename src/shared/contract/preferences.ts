import { z } from 'zod';
import type { Preferences } from '../model/preferences.ts';
import { answers, event, request } from './define.ts';

const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'de', 'ja', 'zh-CN']),
  showHidden: z.boolean(),
  connectionsPerSite: z.int().min(1).max(10),
  confirmDelete: z.boolean(),
});

export const readPreferences = request('preferences/read', z.strictObject({}), answers<Preferences>());
export const writePreferences = request('preferences/write', preferences, answers<null>());
export const preferencesChanged = event('preferences/changed', 'latest', answers<Preferences>(), () => '');
