import { createStore } from 'zustand/vanilla';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/model/preferences.ts';

export const preferences = createStore<Preferences>()(() => DEFAULT_PREFERENCES);

/** The preferences as they now are. */
export const receivePreferences = (received: Preferences): void => preferences.setState(received, true);

/** Whether the preferences are before the person. */
export const preferencesDialog = createStore<{ readonly open: boolean }>()(() => ({ open: false }));

export const showPreferences = (open: boolean): void => preferencesDialog.setState({ open });
