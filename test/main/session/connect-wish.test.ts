import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { createConnectWishes } from '../../../src/main/session/connect-wish.ts';

describe('a wish to connect', () => {
  test('is taken once, with nothing but host, port, user and path', () => {
    const told = vi.fn();
    const wishes = createConnectWishes(told);
    expect(wishes.add('ftps://ada@example.org:2990/pub;type=i', false)).toBe(true);
    expect(told).toHaveBeenCalledOnce();
    expect(wishes.take()).toEqual({
      settings: {
        ...DEFAULT_CONNECTION,
        host: 'example.org',
        port: 2990,
        user: 'ada',
        security: 'implicit',
        remotePath: 'pub',
      },
      passwordGiven: false,
      atOnce: false,
    });
    expect(wishes.take()).toBeNull();
  });

  test('without a user is for anonymous, and without a path for where login leads', () => {
    const wishes = createConnectWishes(() => {});
    wishes.add('ftp://example.org', true);
    expect(wishes.take()).toMatchObject({
      settings: { user: 'anonymous', security: 'try', port: 21, remotePath: null },
      atOnce: true,
    });
  });

  test.each(['http://example.org', 'ftp://', 'ftp://a b', 'ftp://example.org/%0d%0aDELE%20x', '--cli'])(
    '%s is none',
    (url) => {
      const told = vi.fn();
      const wishes = createConnectWishes(told);
      expect(wishes.add(url, false)).toBe(false);
      expect(wishes.take()).toBeNull();
      expect(told).not.toHaveBeenCalled();
    },
  );
});

describe('the password of a wish', () => {
  const wishWithPassword = () => {
    const wishes = createConnectWishes(() => {});
    wishes.add('ftp://ada:s%40cret@example.org', false);
    const wish = wishes.take();
    if (!wish) throw new Error('there is a wish');
    return { wishes, wish };
  };

  test('stays in main and is used for that login, once', () => {
    const { wishes, wish } = wishWithPassword();
    expect(JSON.stringify(wish)).not.toContain('cret');
    expect(wish.passwordGiven).toBe(true);
    expect(wishes.passwordFor(wish.settings)).toBe('s@cret');
    expect(wishes.passwordFor(wish.settings)).toBeNull();
  });

  test.each([{ host: 'evil.example' }, { port: 2121 }, { user: 'eve' }])('is not for %j', (other) => {
    const { wishes, wish } = wishWithPassword();
    expect(wishes.passwordFor({ ...wish.settings, ...other })).toBeNull();
  });

  test('goes with the next wish', () => {
    const { wishes, wish } = wishWithPassword();
    wishes.add('ftp://ada@example.org', false);
    expect(wishes.passwordFor(wish.settings)).toBeNull();
  });
});
