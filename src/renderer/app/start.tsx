import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import { takeWish } from '../actions/connect-wish.ts';
import { loadPreferences } from '../actions/preferences.ts';
import { loadPrompts } from '../actions/prompts.ts';
import { loadSites } from '../actions/sites.ts';
import { loadSessions, openHome } from '../actions/start-up.ts';
import { startWords } from '../locales/i18n.ts';
import { application } from '../state/application.ts';
import { App } from './app.tsx';
import { connectEvents } from './connect-events.ts';
import { followTheme } from './follow-theme.ts';
import { keepLayout } from './keep-layout.ts';
import { followLanguage, readApplication, settleLanguage } from './read-application.ts';
import { tellActivity } from './tell-activity.ts';

/** Brings the window up: first what decides how it looks, then itself, then what fills it. */
export const start = async (root: HTMLElement): Promise<void> => {
  connectEvents();
  keepLayout();
  tellActivity();
  await Promise.all([readApplication(), loadPreferences()]);
  settleLanguage();
  startWords(application.getState().language);
  followTheme();
  followLanguage();
  createRoot(root).render(
    // Base UI would put <style> elements into the page, which the page's policy refuses; nothing here needs them.
    <CSPProvider disableStyleElements>
      <App />
    </CSPProvider>,
  );
  await Promise.all([loadSites(), loadPrompts(), openHome(), loadSessions()]);
  await takeWish();
};
