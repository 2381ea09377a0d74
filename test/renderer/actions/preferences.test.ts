import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { changePreferences } from '../../../src/renderer/actions/preferences.ts';
import { preferences, receivePreferences } from '../../../src/renderer/state/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../../src/shared/model/preferences.ts';
import { installFakeMain } from './fake-main.ts';

const main = installFakeMain();
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => receivePreferences(DEFAULT_PREFERENCES));

test('what main tells of a change does not undo the next one, which is on its way', async () => {
  main.answer({ ok: true, value: null });
  const first = changePreferences({ showHidden: true });
  const afterFirst = preferences.getState();
  const second = changePreferences({ goOnAtStart: true });
  receivePreferences(afterFirst);
  expect(preferences.getState()).toEqual({ ...DEFAULT_PREFERENCES, showHidden: true, goOnAtStart: true });
  await Promise.all([first, second]);
  expect(main.requests.at(-1)?.input).toEqual({ ...DEFAULT_PREFERENCES, showHidden: true, goOnAtStart: true });
  // Then main's word counts again.
  receivePreferences(DEFAULT_PREFERENCES);
  expect(preferences.getState()).toEqual(DEFAULT_PREFERENCES);
});

test('what cannot be kept goes back to what it was', async () => {
  const fault = { kind: 'local-file', stage: 'finishing', cause: 'disk-full', path: '', detail: '' };
  main.answer({ ok: false, fault });
  await changePreferences({ showHidden: !DEFAULT_PREFERENCES.showHidden });
  expect(preferences.getState()).toEqual(DEFAULT_PREFERENCES);
});
