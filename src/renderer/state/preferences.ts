import { createStore } from 'zustand/vanilla';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/model/preferences.ts';

export const preferences = createStore<Preferences>()(() => DEFAULT_PREFERENCES);

/** The preferences as they now are. */
export const receivePreferences = (received: Preferences): void => preferences.setState(received, true);

/** The pages of the preferences, in their order. */
export const PREFERENCE_PAGES = ['general', 'transfers', 'existing', 'speed'] as const;

export type PreferencePage = (typeof PREFERENCE_PAGES)[number];

/** Whether the preferences are before the person, and which page of them is in sight. */
export const preferencesDialog = createStore<{ readonly open: boolean; readonly page: PreferencePage }>()(() => ({
  open: false,
  page: 'general',
}));

/** Shows the preferences, at the page that was in sight last where none is named. */
export const showPreferences = (page: PreferencePage = preferencesDialog.getState().page): void =>
  preferencesDialog.setState({ open: true, page });

export const closePreferences = (): void => preferencesDialog.setState({ open: false });
