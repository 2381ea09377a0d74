import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { environmentProxy } from '../../src/main/cli/environment-proxy.ts';
import { parseProxyUrl } from '../../src/main/cli/proxy-url.ts';
import { UsageError } from '../../src/main/cli/usage-error.ts';
import { firstUsable } from '../../src/main/session/system-proxy.ts';

const word = fc.constantFrom(
  'PROXY',
  'SOCKS',
  'SOCKS5',
  'HTTPS',
  'DIRECT',
  ';',
  ' ',
  ':',
  '[',
  ']',
  '::1',
  'a.b',
  '80',
  '@',
  '/',
  'socks5://',
);
const text = fc.oneof(
  fc.string(),
  fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
);

const unless = (refusal: new (...args: never[]) => Error, act: () => unknown): void => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(refusal);
  }
};

test('whatever the system lists is a proxy, none, or refused', () => {
  fc.assert(
    fc.property(text, (list) =>
      unless(FaultError, () => {
        const proxy = firstUsable(list);
        if (proxy !== null) expect(proxy.port >= 1 && proxy.port <= 65_535 && proxy.host !== '').toBe(true);
      }),
    ),
  );
});

test('whatever stands in --proxy or the environment is a proxy or refused', () => {
  fc.assert(fc.property(text, (url) => unless(UsageError, () => parseProxyUrl('--proxy', url))));
  fc.assert(
    fc.property(text, text, (url, list) =>
      unless(UsageError, () => environmentProxy({ all_proxy: url, no_proxy: list }, 'a.b')),
    ),
  );
});

test('a URL that is written of a proxy gives that proxy', () => {
  const login = fc.record({ user: fc.string({ minLength: 1 }), password: fc.string() });
  const sayable = login.filter(({ user, password }) => !/[\r\n\0]|[\ud800-\udfff]/u.test(user + password));
  fc.assert(
    fc.property(sayable, fc.integer({ min: 1, max: 65_535 }), fc.domain(), ({ user, password }, port, host) => {
      const url = `socks5://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}`;
      expect(parseProxyUrl('--proxy', url)).toEqual({ server: { kind: 'socks5', host, port, user }, password });
    }),
  );
});
