import { connectWished, menuChosen } from '#shared/contract/application.ts';
import { connectionChanged } from '#shared/contract/connections.ts';
import { preferencesChanged } from '#shared/contract/preferences.ts';
import { promptsChanged } from '#shared/contract/prompts.ts';
import { sitesChanged } from '#shared/contract/sites.ts';
import { transcriptGrew } from '#shared/contract/transcript.ts';
import { folderChanged, transfersChanged } from '#shared/contract/transfers.ts';
import { takeWish } from '../actions/connect-wish.ts';
import { runMenuCommand } from '../actions/menu-commands.ts';
import { followReadings } from '../actions/name-encoding.ts';
import { rearrangePane } from '../actions/open-place.ts';
import { followSessions } from '../actions/show-source.ts';
import { followQueue } from '../actions/transfer-rows.ts';
import { refreshIfShown, refreshLocalOnReturn } from '../actions/watch-folders.ts';
import { on } from '../bridge/index.ts';
import { SIDES } from '../state/place.ts';
import { preferences, receivePreferences } from '../state/preferences.ts';
import { receivePrompts } from '../state/prompts.ts';
import { receiveSession, sessions } from '../state/sessions.ts';
import { receiveSites } from '../state/sites.ts';
import { receiveTranscript } from '../state/transcript.ts';

/** Leads every event of main to the state it changes. Nothing else in the window hears events. */
export const connectEvents = (): void => {
  on(connectWished, () => void takeWish());
  on(menuChosen, runMenuCommand);
  on(connectionChanged, receiveSession);
  on(preferencesChanged, receivePreferences);
  on(promptsChanged, receivePrompts);
  on(sitesChanged, receiveSites);
  on(transcriptGrew, receiveTranscript);
  on(transfersChanged, followQueue);
  on(folderChanged, refreshIfShown);

  sessions.subscribe(followSessions);
  sessions.subscribe(followReadings);
  preferences.subscribe((now, before) => {
    if (now.showHidden === before.showHidden) return;
    for (const side of SIDES) rearrangePane(side);
  });
  window.addEventListener('focus', refreshLocalOnReturn);
};
