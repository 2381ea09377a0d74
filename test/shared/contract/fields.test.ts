import { expect, test } from 'vitest';
import { connectionSettings } from '#shared/contract/fields.ts';
import { DEFAULT_TLS, type TlsVersion } from '#shared/model/tls-choice.ts';
import { settingsOf } from '../../fixtures/sessions.ts';

test.each<readonly [TlsVersion, TlsVersion, boolean]>([
  ['TLSv1', 'TLSv1.3', true],
  ['TLSv1.2', 'TLSv1.2', true],
  ['TLSv1.3', 'TLSv1.2', false],
  ['TLSv1.1', 'TLSv1', false],
])('TLS from %s to %s: %s', (minVersion, maxVersion, good) => {
  const tls = { ...DEFAULT_TLS, minVersion, maxVersion };
  expect(connectionSettings.safeParse({ ...settingsOf({ host: 'example.org' }), tls }).success).toBe(good);
});
