import type { ConflictRule } from './conflict-rule.ts';
import { DEFAULT_SPEED_PLAN, type SpeedPlan } from './speed-plan.ts';
import type { Verification } from './verification.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type LanguageChoice = 'system' | 'en' | 'de' | 'ja' | 'zh-CN';

export interface Preferences {
  readonly theme: ThemeChoice;
  readonly language: LanguageChoice;
  readonly showHidden: boolean;
  /** Transfer connections a site may use beside the one for browsing: 1 to 10. */
  readonly connectionsPerSite: number;
  /** Transfer connections of all sites together: 1 to 50. */
  readonly connectionsInTotal: number;
  /** Connections over which one large file is moved in pieces where that helps: 1 (not at all) to 8. */
  readonly segmentsPerFile: number;
  readonly confirmDelete: boolean;
  readonly speedPlan: SpeedPlan;
  readonly verification: Verification;
  /** For every site, looked through after its own. */
  readonly conflictRules: readonly ConflictRule[];
  /** Whether transfers that the last run of the program left go on when it starts. */
  readonly goOnAtStart: boolean;
  /** Whether the system says so when the last transfer is done. */
  readonly notifyWhenDone: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  showHidden: true,
  connectionsPerSite: 3,
  connectionsInTotal: 10,
  segmentsPerFile: 4,
  confirmDelete: true,
  speedPlan: DEFAULT_SPEED_PLAN,
  verification: 'auto',
  conflictRules: [],
  goOnAtStart: false,
  notifyWhenDone: true,
};
