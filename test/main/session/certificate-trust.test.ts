import { describe, expect, test } from 'vitest';
import type { CertificateView, PromptAnswer } from '#shared/model/prompt.ts';
import type { CertificateQuestion } from '../../../src/main/ftp/engine.ts';
import { createCertificateTrust } from '../../../src/main/session/certificate-trust.ts';
import { createTrustedCertificates } from '../../../src/main/site/trusted-certificates.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { fakeAsker } from './fake-asker.ts';

const never = new AbortController().signal;

const certificate = (sha256: string): CertificateView => ({
  subject: 'CN=example.org',
  issuer: 'CN=example.org',
  names: ['DNS:example.org'],
  validFromMs: 0,
  validToMs: 1,
  sha256,
});

const question = (sha256: string, port = 21): CertificateQuestion => ({
  host: 'example.org',
  port,
  problems: ['self-signed'],
  chain: [certificate(sha256)],
});

const trustWith = (...answers: readonly PromptAnswer[]) => {
  const trusted = createTrustedCertificates(openDatabase(':memory:'));
  const asker = fakeAsker(...answers);
  return { trusted, asker, decide: createCertificateTrust(trusted, asker, never) };
};

describe('a certificate the roots do not vouch for', () => {
  test('is asked about, with all there is to know', async () => {
    const { asker, decide } = trustWith({ kind: 'certificate', trust: 'once' });
    expect(await decide(question('AA'))).toBe(true);
    expect(asker.asked).toEqual([{ kind: 'certificate', ...question('AA'), previous: null }]);
  });

  test('trusted once is not asked about again in this session, and not kept', async () => {
    const { trusted, asker, decide } = trustWith({ kind: 'certificate', trust: 'once' });
    await decide(question('AA'));
    expect(await decide(question('AA'))).toBe(true);
    expect(asker.asked).toHaveLength(1);
    expect(trusted.find('example.org', 21)).toBeUndefined();
  });

  test('trusted always is kept for this host and port only', async () => {
    const { trusted, asker, decide } = trustWith({ kind: 'certificate', trust: 'always' }, { kind: 'dismissed' });
    await decide(question('AA'));
    expect(trusted.find('EXAMPLE.org', 21)).toEqual(certificate('AA'));
    expect(await createCertificateTrust(trusted, asker, never)(question('AA'))).toBe(true);
    expect(asker.asked).toHaveLength(1);
    expect(await decide(question('AA', 990))).toBe(false);
    expect(asker.asked).toHaveLength(2);
  });

  test('that took the place of a trusted one is shown as a change, the old beside the new', async () => {
    const { trusted, asker, decide } = trustWith({ kind: 'certificate', trust: 'always' });
    trusted.trust('example.org', 21, certificate('AA'));
    expect(await decide(question('BB'))).toBe(true);
    expect(asker.asked).toMatchObject([{ problems: ['changed', 'self-signed'], previous: { sha256: 'AA' } }]);
    expect(trusted.find('example.org', 21)?.sha256).toBe('BB');
  });

  test('is refused where the person closes the question, and asked about again the next time', async () => {
    const { asker, decide } = trustWith({ kind: 'dismissed' });
    expect(await decide(question('AA'))).toBe(false);
    expect(await decide(question('AA'))).toBe(false);
    expect(asker.asked).toHaveLength(2);
  });

  test('met by several connections at the same time is asked about once', async () => {
    const { asker, decide } = trustWith({ kind: 'certificate', trust: 'once' });
    expect(await Promise.all([decide(question('AA')), decide(question('AA'))])).toEqual([true, true]);
    expect(asker.asked).toHaveLength(1);
  });

  test('is refused where there is none at all', async () => {
    const { asker, decide } = trustWith({ kind: 'certificate', trust: 'always' });
    expect(await decide({ ...question('AA'), chain: [] })).toBe(false);
    expect(asker.asked).toEqual([]);
  });
});
