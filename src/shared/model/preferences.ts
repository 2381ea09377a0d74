export type ThemeChoice = 'system' | 'light' | 'dark';
export type LanguageChoice = 'system' | 'en' | 'de' | 'ja' | 'zh-CN';

export interface Preferences {
  readonly theme: ThemeChoice;
  readonly language: LanguageChoice;
  readonly showHidden: boolean;
  /** Transfer connections a site may use beside the one for browsing: 1 to 10. */
  readonly connectionsPerSite: number;
  readonly confirmDelete: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  showHidden: true,
  connectionsPerSite: 3,
  confirmDelete: true,
};
