import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language, WORDS, type Words } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Words;
  }
}

/** Makes the words ready at once: all of them are in the bundle, nothing is loaded. */
export const startWords = (language: Language): void => {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: LANGUAGES,
    defaultNS: 'app',
    resources: WORDS,
    initAsync: false,
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  });
};

/** Shows another language from now on. */
export const changeLanguage = (language: Language): void => {
  void i18next.changeLanguage(language);
};
