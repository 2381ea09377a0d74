import { createStore } from 'zustand/vanilla';
import type { ApplicationInfo } from '#shared/contract/application.ts';
import type { Language } from '../locales/words.ts';

export interface ApplicationState {
  readonly info: ApplicationInfo;
  readonly language: Language;
  /** The BCP 47 tag that dates, numbers and the order of names follow. */
  readonly formatLocale: string;
}

/** What holds until main has answered: enough to draw an empty window. */
const UNTIL_KNOWN: ApplicationState = {
  info: { version: '', platform: 'linux', languages: [], home: '/', pathSeparator: '/' },
  language: 'en',
  formatLocale: 'en',
};

export const application = createStore<ApplicationState>()(() => UNTIL_KNOWN);
