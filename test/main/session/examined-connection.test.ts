import { expect, test } from 'vitest';
import type { CertificateQuestion } from '../../../src/main/ftp/engine.ts';
import { type ExaminationWish, examinedConnection } from '../../../src/main/session/examined-connection.ts';
import { fakeAsker } from './fake-asker.ts';
import { fakeServices, SETTINGS } from './fake-services.ts';

const connected = (): Promise<never> => Promise.reject(new Error('nothing is to be connected'));
const NEVER = new AbortController().signal;

const examined = async (wish: Partial<ExaminationWish> = {}) => {
  const asker = fakeAsker();
  const services = fakeServices(connected, asker);
  const whole = { settings: SETTINGS, password: null, siteId: null, ...wish };
  return { asker, services, subject: await examinedConnection(services, whole, NEVER) };
};

test('it is as a session would connect, and nothing is connected', async () => {
  const settings = { ...SETTINGS, dataConnection: 'active', trustPassiveHost: true } as const;
  const { subject } = await examined({ settings, password: 'secret' });
  expect(subject.options).toMatchObject({
    host: 'example.org',
    user: 'ada',
    password: 'secret',
    dataConnection: 'active',
    trustPassiveHost: true,
  });
  expect(subject.passwordKnown).toBe(true);
});

test('a password that nobody knows is not asked for', async () => {
  const { subject, asker } = await examined();
  expect(subject.passwordKnown).toBe(false);
  expect(asker.asked).toEqual([]);
});

test('anonymous needs none', async () => {
  const { subject } = await examined({ settings: { ...SETTINGS, user: 'anonymous' } });
  expect(subject).toMatchObject({ passwordKnown: true, plainTextAgreed: true });
});

test('to go without encryption is agreed to where it was before, and nobody is asked', async () => {
  const { services, subject, asker } = await examined({ password: 'secret' });
  expect(subject.plainTextAgreed).toBe(false);
  services.learnedServers.remember('example.org', SETTINGS.port, 'tlsFails', true, []);
  const again = await examinedConnection(services, { settings: SETTINGS, password: 'secret', siteId: null }, NEVER);
  expect(again.plainTextAgreed).toBe(true);
  expect(asker.asked).toEqual([]);
});

test('a certificate is trusted where the person trusted it always, another is a change', async () => {
  const { services, subject, asker } = await examined({ password: 'secret' });
  const leaf = (sha256: string) => ({
    subject: 'CN=x',
    issuer: 'CN=x',
    names: [],
    validFromMs: 0,
    validToMs: 1,
    sha256,
  });
  const question = (sha256: string): CertificateQuestion => ({
    host: 'example.org',
    port: SETTINGS.port,
    problems: ['self-signed'],
    chain: [leaf(sha256)],
  });
  expect(subject.trust(question('AA'))).toBe('unknown');
  services.trusted.trust('example.org', SETTINGS.port, leaf('AA'));
  expect(subject.trust(question('AA'))).toBe('trusted');
  expect(subject.trust(question('BB'))).toBe('changed');
  expect(asker.asked).toEqual([]);
});
