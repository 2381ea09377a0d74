import { createStore } from 'zustand/vanilla';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/model/preferences.ts';

export const preferences = createStore<Preferences>()(() => DEFAULT_PREFERENCES);

/** Changes made here that main has not answered yet. */
let underWay = 0;

/**
 * The preferences as main has them. While changes are under way there, it tells what was before the last of them: that
 * must not take away what somebody who presses keys fast has changed since.
 */
export const receivePreferences = (received: Preferences): void => {
  if (underWay === 0) preferences.setState(received, true);
};

/** Has a change hold at once, while `keep` brings it to main. */
export const holdPreferences = async <Kept>(changed: Preferences, keep: () => Promise<Kept>): Promise<Kept> => {
  preferences.setState(changed, true);
  underWay++;
  try {
    return await keep();
  } finally {
    underWay--;
  }
};

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
