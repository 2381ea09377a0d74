import type * as contract from '#shared/contract/preferences.ts';
import type { PreferencesStore } from '../../preferences/preferences-store.ts';
import type { Handlers } from '../handlers.ts';

export const preferencesHandlers = (store: PreferencesStore): Handlers<typeof contract> => ({
  readPreferences: () => store.read(),
  writePreferences: (preferences) => {
    store.write(preferences);
    return null;
  },
});
