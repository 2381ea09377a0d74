import type { ThemeChoice } from '#shared/model/preferences.ts';
import { preferences } from '../state/preferences.ts';

/** The tokens follow the system unless the root says which theme was chosen. */
const apply = (theme: ThemeChoice): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

/** Shows the theme of the preferences, now and whenever it changes. */
export const followTheme = (): (() => void) => {
  apply(preferences.getState().theme);
  return preferences.subscribe((now) => apply(now.theme));
};
