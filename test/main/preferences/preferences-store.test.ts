import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '#shared/model/preferences.ts';
import { createPreferencesStore, writePreference } from '../../../src/main/preferences/preferences-store.ts';
import { isReachable, readWindowBounds, writeWindowBounds } from '../../../src/main/preferences/window-bounds.ts';
import { openDatabase } from '../../../src/main/store/database.ts';

describe('preferences', () => {
  test('are the defaults at first', () => {
    expect(createPreferencesStore(openDatabase(':memory:'), () => {}).read()).toEqual(DEFAULT_PREFERENCES);
  });

  test('are told when they change and found by the next start', () => {
    const database = openDatabase(':memory:');
    const told = vi.fn();
    const changed = { ...DEFAULT_PREFERENCES, theme: 'dark', connectionsPerSite: 7 } as const;
    createPreferencesStore(database, told).write(changed);
    expect(told).toHaveBeenCalledExactlyOnceWith(changed);
    expect(createPreferencesStore(database, () => {}).read()).toEqual(changed);
  });

  test.each([
    ['one an older program did not know takes its default', { theme: 'dark' }, { theme: 'dark' }],
    ['what does not fit falls back', { theme: 'purple' }, {}],
    ['what is no preferences at all falls back', 'text', {}],
  ])('%s', (_name, kept, expected) => {
    const database = openDatabase(':memory:');
    writePreference(database, 'preferences', kept);
    expect(createPreferencesStore(database, () => {}).read()).toEqual({ ...DEFAULT_PREFERENCES, ...expected });
  });
});

describe('the window’s place', () => {
  const screen = { x: 0, y: 0, width: 1280, height: 800 };
  const bounds = { x: 100, y: 50, width: 900, height: 600, maximized: true };

  test('is found again', () => {
    const database = openDatabase(':memory:');
    expect(readWindowBounds(database, [screen])).toBeUndefined();
    writeWindowBounds(database, bounds);
    expect(readWindowBounds(database, [screen])).toEqual(bounds);
  });

  test.each([
    ['on the screen', {}, true],
    ['partly off it', { x: -700 }, true],
    ['wholly off it', { x: 1300 }, false],
    ['with a corner too small to catch', { x: 1250 }, false],
    ['with its title bar above it', { y: -10 }, false],
    ['on the second screen', { x: 1500 }, true, { ...screen, x: 1280 }],
  ])('%s may be taken again: see the case', (_name, change, reachable, second = screen) => {
    expect(isReachable({ ...bounds, ...change }, [screen, second])).toBe(reachable);
  });
});
