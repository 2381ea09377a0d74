import { readPreferences, writePreferences } from '#shared/contract/preferences.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import type { SpeedPlan } from '#shared/model/speed-plan.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { holdPreferences, preferences, receivePreferences } from '../state/preferences.ts';

/** Reads the preferences; later changes come as events. */
export const loadPreferences = async (): Promise<void> => {
  const result = await call(readPreferences, {});
  if (!result.ok) return reportFault(result.fault, { retry: () => void loadPreferences() });
  receivePreferences(result.value);
};

/** Changes preferences at once; where they cannot be kept, they go back to what they were. */
export const changePreferences = async (change: Partial<Preferences>): Promise<void> => {
  const before = preferences.getState();
  const changed = { ...before, ...change };
  const result = await holdPreferences(changed, () => call(writePreferences, changed));
  if (result.ok) return;
  receivePreferences(before);
  reportFault(result.fault);
};

/** Changes a part of the speed plan, as {@link changePreferences} does. */
export const changeSpeedPlan = (change: Partial<SpeedPlan>): void => {
  void changePreferences({ speedPlan: { ...preferences.getState().speedPlan, ...change } });
};
