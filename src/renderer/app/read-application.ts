import { applicationInfo } from '#shared/contract/application.ts';
import { rearrangePane } from '../actions/open-place.ts';
import { call } from '../bridge/index.ts';
import { chooseFormatLocale, chooseLanguage } from '../locales/choose-language.ts';
import { changeLanguage } from '../locales/i18n.ts';
import { application } from '../state/application.ts';
import { reportFault } from '../state/faults.ts';
import { SIDES } from '../state/place.ts';
import { preferences } from '../state/preferences.ts';

/** Learns from main what system this is. Without an answer the browser's languages have to do. */
export const readApplication = async (): Promise<void> => {
  const result = await call(applicationInfo, {});
  if (result.ok) application.setState({ info: result.value });
  else {
    application.setState(({ info }) => ({ info: { ...info, languages: navigator.languages } }));
    reportFault(result.fault);
  }
};

/** Settles the language and how numbers and dates are written, by the preferences and the system. */
export const settleLanguage = (): void => {
  const { languages } = application.getState().info;
  const language = chooseLanguage(preferences.getState().language, languages);
  application.setState({ language, formatLocale: chooseFormatLocale(language, languages) });
  document.documentElement.lang = language;
};

/** Follows the preference from now on; names are then sorted by the other language's habits. */
export const followLanguage = (): (() => void) =>
  preferences.subscribe((now, before) => {
    if (now.language === before.language) return;
    settleLanguage();
    changeLanguage(application.getState().language);
    for (const side of SIDES) rearrangePane(side);
  });
