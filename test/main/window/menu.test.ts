import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import type { MenuCommand } from '#shared/contract/application.ts';
import { menuTemplate } from '../../../src/main/window/menu.ts';
import { menuWords } from '../../../src/main/window/menu-words.ts';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

const menuOn = (platform: NodeJS.Platform, development = false) => {
  const choose = vi.fn<(command: MenuCommand) => void>();
  return { items: flat(menuTemplate({ words: menuWords('en', []), platform, development, choose })), choose };
};

const COMMANDS: readonly MenuCommand[] = [
  'new-connection',
  'disconnect',
  'refresh',
  'send',
  'send-with-options',
  'new-folder',
  'rename',
  'delete',
  'select-all',
  'choose-left',
  'choose-right',
  'toggle-transcript',
  'toggle-hidden',
  'toggle-sites',
  'preferences',
];

describe.each(['linux', 'darwin', 'win32'] as const)('the menu on %s', (platform) => {
  test('offers every command once and tells which was chosen', () => {
    const { items, choose } = menuOn(platform);
    for (const command of COMMANDS) {
      const [item, ...others] = items.filter(({ id }) => id === command);
      expect(others).toEqual([]);
      // Electron passes the item, its window and the event, of which ours looks at none.
      (item?.click as (() => void) | undefined)?.();
    }
    expect(choose.mock.calls.flat()).toEqual(COMMANDS);
  });

  test('has no two commands on one key', () => {
    const keys = menuOn(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('leaves the keys one types with to whoever has the focus', () => {
    const { items } = menuOn(platform);
    for (const command of ['send', 'send-with-options', 'rename', 'delete', 'select-all']) {
      expect(items.find(({ id }) => id === command)?.registerAccelerator).toBe(false);
    }
  });

  test('can quit, and offers the developer’s tools to developers only', () => {
    expect(menuOn(platform).items.some(({ role }) => role === 'quit')).toBe(true);
    expect(menuOn(platform).items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    expect(menuOn(platform, true).items.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });
});

describe('the words of the menu', () => {
  test.each([
    ['de', [], 'Verbindung'],
    ['system', ['ja-JP', 'de'], '接続'],
    ['system', ['fr', 'de-AT'], 'Verbindung'],
    ['system', ['zh-Hant-TW'], '连接'],
    ['system', ['fr'], 'Connection'],
    ['en', ['de'], 'Connection'],
  ] as const)('%s on a system of %j', (choice, languages, connection) => {
    expect(menuWords(choice, languages).connection).toBe(connection);
  });
});
