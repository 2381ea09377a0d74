import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Prompt } from '#shared/model/prompt.ts';
import { loadClientCertificate } from '../../../src/main/session/client-certificate.ts';
import { createSecret } from '../../../src/main/session/secret.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';
import { fakeVault } from './fake-vault.ts';

const never = new AbortController().signal;
const file = (name: string): Buffer => readFileSync(new URL(`../../server-ftp/certificate/${name}`, import.meta.url));
const certificate = file('other.pem');
const key = file('other-key.pem');
const sealed = (type: 'pkcs1' | 'pkcs8'): Buffer =>
  Buffer.from(
    createPrivateKey(key).export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'harbour' }).toString(),
  );

const FILES: Readonly<Record<string, Buffer>> = {
  'cert.pem': certificate,
  'key.pem': key,
  'both.pem': Buffer.concat([key, certificate]),
  'sealed.pem': sealed('pkcs8'),
  'sealed-of-old.pem': sealed('pkcs1'),
  'sealed-both.pem': Buffer.concat([certificate, sealed('pkcs8')]),
  'id.p12': file('other.p12'),
  'of-another.pem': file('localhost-key.pem'),
  'letter.txt': Buffer.from('Dear harbour master'),
};

const load = async (
  names: { readonly certificate: string; readonly key: string | null },
  { kept = {}, answers = [] }: { kept?: Record<string, string>; answers?: readonly string[] } = {},
) => {
  const vault = fakeVault(kept);
  const asker = fakeAsker(...answers.map((answer) => passwordAnswer(answer, true)));
  const secret = createSecret({
    purpose: 'client-certificate',
    host: 'id',
    user: 'ada',
    siteId: 's',
    given: null,
    unasked: null,
    vault,
    asker,
    note: () => {},
  });
  const read = async (path: string): Promise<Uint8Array> => FILES[path] ?? Buffer.alloc(0);
  const loaded = await loadClientCertificate(names, read, secret, never).catch((error: unknown) => error);
  const refused = asker.asked.map((question) => (question as Extract<Prompt, { kind: 'password' }>).refused);
  return { loaded, refused, kept: vault.kept };
};

describe('a client certificate without a passphrase', () => {
  test.each([
    ['cert.pem', 'key.pem'],
    ['both.pem', null],
  ])('%s, key %s', async (name, keyName) => {
    const { loaded, refused } = await load({ certificate: name, key: keyName });
    expect(loaded).toMatchObject({ kind: 'pem', passphrase: null });
    expect(refused).toEqual([]);
  });
});

describe.each([
  ['PKCS#8', 'cert.pem', 'sealed.pem', 'pem'],
  ['the old form', 'cert.pem', 'sealed-of-old.pem', 'pem'],
  ['one file', 'sealed-both.pem', null, 'pem'],
  ['PKCS#12', 'id.p12', null, 'pkcs12'],
] as const)('sealed: %s', (_, certificateName, keyName, kind) => {
  const names = { certificate: certificateName, key: keyName };

  test('opened by the passphrase that is kept, without asking', async () => {
    const { loaded, refused } = await load(names, { kept: { 's client-certificate': 'harbour' } });
    expect(loaded).toMatchObject({ kind, passphrase: 'harbour' });
    expect(refused).toEqual([]);
  });

  test('asked for, again after a wrong one, and kept only once it was right', async () => {
    const { loaded, refused, kept } = await load(names, { answers: ['port', 'harbour'] });
    expect(loaded).toMatchObject({ kind, passphrase: 'harbour' });
    expect(refused).toEqual([false, true]);
    expect(kept.get('s client-certificate')).toBe('harbour');
  });

  test('given up after four wrong ones', async () => {
    const { loaded, refused, kept } = await load(names, { answers: ['port'] });
    expect(loaded).toMatchObject({ fault: { kind: 'security', reason: 'client-certificate', stage: 'connecting' } });
    expect(refused).toEqual([false, true, true, true]);
    expect([...kept]).toEqual([]);
  });

  test('given up where nobody tells it', async () => {
    expect((await load(names)).loaded).toMatchObject({ fault: { reason: 'declined', stage: 'connecting' } });
  });
});

test.each([
  ['no certificate at all', 'letter.txt', null, /letter\.txt: /],
  ['a key in the certificate’s place', 'key.pem', null, /no certificate in it/],
  ['no key', 'cert.pem', null, /no private key in it/],
  ['the key of another certificate', 'cert.pem', 'of-another.pem', /mismatch/],
])('%s is a fault that names the file', async (_, certificateName, keyName, words) => {
  const { loaded, refused } = await load({ certificate: certificateName, key: keyName });
  expect(loaded).toMatchObject({
    fault: { kind: 'security', reason: 'client-certificate', detail: expect.stringMatching(words) },
  });
  expect(refused).toEqual([]);
});
