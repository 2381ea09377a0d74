import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Security } from '#shared/model/connection.ts';
import { DEFAULT_TLS, type TlsChoice } from '#shared/model/tls-choice.ts';
import { createSessionTls } from '../../../src/main/session/tls-options.ts';
import { settingsOf } from '../../fixtures/sessions.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';
import { fakeServices } from './fake-services.ts';
import { fakeUserFtp } from './fake-user-ftp.ts';

const identity = readFileSync(new URL('../../server-ftp/certificate/other.p12', import.meta.url));

const sessionTls = (tls: Partial<TlsChoice>, asker = fakeAsker(), security: Security = 'try') => {
  const readLocalFile = vi.fn(async () => identity);
  const create = createSessionTls({
    ...fakeServices(async () => fakeUserFtp(), asker),
    settings: { ...settingsOf({ host: 'example.org', user: 'ada' }), security, tls: { ...DEFAULT_TLS, ...tls } },
    siteId: null,
    readLocalFile,
    note: () => {},
    signal: new AbortController().signal,
  });
  return { create, asker, readLocalFile };
};

test("the site's choice reaches the engine", async () => {
  const choice = { minVersion: 'TLSv1', maxVersion: 'TLSv1.2', data: 'clear', clearControl: true } as const;
  expect(await sessionTls(choice).create()).toMatchObject({ ...choice, clientCertificate: null });
});

describe('a client certificate', () => {
  const clientCertificate = { certificate: '/home/ada/id.p12', key: null };

  test('is read once for all connections, and its passphrase asked for once, by the name of its file', async () => {
    const { create, asker, readLocalFile } = sessionTls({ clientCertificate }, fakeAsker(passwordAnswer('harbour')));
    const [first, second] = await Promise.all([create(), create()]);
    const third = await create();
    for (const options of [first, second, third]) {
      expect(options.clientCertificate).toMatchObject({ kind: 'pkcs12', passphrase: 'harbour' });
    }
    expect(readLocalFile).toHaveBeenCalledTimes(1);
    expect(asker.asked).toMatchObject([{ kind: 'password', purpose: 'client-certificate', host: 'id.p12' }]);
  });

  test('need not be there where the site goes without encryption', async () => {
    const { create, asker, readLocalFile } = sessionTls({ clientCertificate }, fakeAsker(), 'none');
    expect((await create()).clientCertificate).toBeNull();
    expect(readLocalFile).not.toHaveBeenCalled();
    expect(asker.asked).toEqual([]);
  });

  test('that could not be opened is tried anew by the next connection', async () => {
    const asker = fakeAsker({ kind: 'dismissed' }, passwordAnswer('harbour'));
    const { create } = sessionTls({ clientCertificate }, asker);
    await expect(create()).rejects.toMatchObject({ fault: { reason: 'declined' } });
    expect((await create()).clientCertificate).toMatchObject({ passphrase: 'harbour' });
  });
});

test.each([
  [{ kind: 'clear-data' } as const, true],
  [{ kind: 'dismissed' } as const, false],
])('data in the clear is asked about once in a session: %j', async (answer, agreed) => {
  const { create, asker } = sessionTls({}, fakeAsker(answer));
  const { decideClearData } = await create();
  expect(await Promise.all([decideClearData('PROT P: 536 no'), decideClearData('RETR: 522 no')])).toEqual([
    agreed,
    agreed,
  ]);
  expect(await decideClearData('LIST: 522 no')).toBe(agreed);
  expect(asker.asked).toEqual([{ kind: 'clear-data', host: 'example.org', refusal: 'PROT P: 536 no' }]);
});
