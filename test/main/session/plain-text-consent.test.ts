import { expect, test } from 'vitest';
import { createPlainTextConsent } from '../../../src/main/session/plain-text-consent.ts';
import { fakeAsker } from './fake-asker.ts';

const { signal } = new AbortController();
const REFUSAL = '502 no TLS';

test('a password that would leave this machine in the clear is asked about once, however many connections wait', async () => {
  const asker = fakeAsker({ kind: 'plain-text' });
  const consent = createPlainTextConsent({ host: 'example.org', user: 'ada', asker, signal });
  expect(await Promise.all([consent(REFUSAL, false), consent(REFUSAL, false)])).toEqual([true, true]);
  expect(asker.asked).toEqual([{ kind: 'plain-text', host: 'example.org', refusal: REFUSAL }]);
});

test('a closed question is a no', async () => {
  const asker = fakeAsker({ kind: 'dismissed' });
  const consent = createPlainTextConsent({ host: 'example.org', user: 'ada', asker, signal });
  expect(await consent(REFUSAL, false)).toBe(false);
});

test.each([
  ['nothing secret is sent', 'anonymous', false],
  ['nothing secret is sent', 'FTP', false],
  ['nothing leaves this machine', 'ada', true],
])('nobody is asked where %s', async (_, user, staysHere) => {
  const asker = fakeAsker();
  expect(await createPlainTextConsent({ host: 'h', user, asker, signal })(REFUSAL, staysHere)).toBe(true);
  expect(asker.asked).toEqual([]);
});
