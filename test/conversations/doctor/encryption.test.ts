import { expect, test } from 'vitest';
import { examined } from './examined.ts';

const files = { 'a.txt': 'hello' };

test('encryption is required and not offered: nothing is sent, and plain text is no remedy', async () => {
  const { verdicts, of, server } = await examined({ files }, { security: 'explicit' });
  expect(verdicts.at(-1)).toBe('encryption: missing');
  expect(of('encryption').fix).toBeNull();
  expect(server.commands.some((line) => /^(USER|PASS)/.test(line))).toBe(false);
});

test('encryption is off though the server has it: the fix turns it on', async () => {
  const { of, troubles, listedWithFixes } = await examined({ files, tls: {} }, { security: 'none' });
  expect(of('encryption')).toMatchObject({ verdict: 'notWanted', fix: { security: 'explicit' } });
  expect(troubles).toEqual(['encryption: notWanted']);
  expect((await listedWithFixes()).said).toContain('AUTH TLS');
});

test('a login in the clear that nobody agreed to is not made', async () => {
  const { of } = await examined({ files, address: '127.0.0.1' }, {}, { plainTextAgreed: false });
  // What stays on this machine goes over no network, so that is agreed to.
  expect(of('login').verdict).toBe('works');
});

test('a certificate that nobody vouches for: the password is not sent', async () => {
  const { verdicts, of, server } = await examined({ files, tls: { certificate: 'self-signed' } });
  expect(verdicts.slice(-2)).toEqual(['certificate: untrusted', 'login: notSafe']);
  expect(of('certificate').evidence.join('\n')).toMatch(/SHA-256 [0-9A-F:]{95}/);
  expect(server.commands.some((line) => /^(USER|PASS)/.test(line))).toBe(false);
});

test('a certificate that the person trusts already is gone on with', async () => {
  const { of, troubles } = await examined(
    { files, tls: { certificate: 'self-signed' } },
    {},
    { trust: () => 'trusted' },
  );
  expect(of('certificate').verdict).toBe('kept');
  expect(of('login').verdict).toBe('works');
  expect(troubles).toEqual([]);
});

test.each([
  ['expired', 'expired'],
  ['elsewhere', 'otherHost'],
] as const)('a certificate that is %s', async (certificate, verdict) => {
  const { of } = await examined({ files, tls: { certificate } }, { host: 'localhost' });
  expect(of('certificate').verdict).toBe(verdict);
});

test('another certificate than the trusted one is shown as a change', async () => {
  const { of, server } = await examined({ tls: { certificate: 'self-signed' } }, {}, { trust: () => 'changed' });
  expect(of('certificate').verdict).toBe('changed');
  expect(server.commands.some((line) => /^(USER|PASS)/.test(line))).toBe(false);
});

test('the site allows only a version that the server has not', async () => {
  const { of, troubles, listedWithFixes } = await examined(
    { files, tls: { version: 'TLSv1.2' } },
    {
      tls: {
        minVersion: 'TLSv1.3',
        maxVersion: 'TLSv1.3',
        data: 'private',
        clearControl: false,
        clientCertificate: null,
      },
    },
  );
  expect(of('versions')).toMatchObject({ verdict: 'excluded', fix: { tls: { minVersion: 'TLSv1.2' } } });
  expect(troubles).toEqual(['versions: excluded']);
  expect((await listedWithFixes()).names).toEqual(['a.txt']);
});

test('one version of TLS is enough', async () => {
  const { of, troubles } = await examined({ files, tls: { version: 'TLSv1.3' } });
  expect(of('versions')).toMatchObject({ verdict: 'one', facts: { versions: 'TLS 1.3' } });
  expect(troubles).toEqual([]);
});

test('425 session not resumed: data connections come about by TLS 1.2 alone, and the fix keeps to that', async () => {
  const script = { files, tls: { requireResumption: '425', resumesOnly: 'TLSv1.2' } } as const;
  const { of, troubles, listedWithFixes } = await examined(script);
  expect(of('resumption')).toMatchObject({ verdict: 'olderOnly', fix: { tls: { maxVersion: 'TLSv1.2' } } });
  expect(troubles).toEqual(['resumption: olderOnly']);
  expect((await listedWithFixes()).names).toEqual(['a.txt']);
});

test('522: no version of TLS resumes, and no data connection comes about', async () => {
  const tls = { requireResumption: '522', dataCertificate: 'other' } as const;
  const { of, troubles } = await examined({ files, tls });
  expect(of('resumption')).toMatchObject({ verdict: 'fails', fix: null });
  expect(troubles).toContain('data: none');
});

test('data connections that begin a session of their own are told, where the server does not mind', async () => {
  const { of, troubles } = await examined({ files, tls: { dataCertificate: 'other' } });
  expect(of('resumption')).toMatchObject({ verdict: 'notResumed', outcome: 'note' });
  expect(troubles).toEqual([]);
});

test('a server that protects the login and refuses to protect data', async () => {
  const { verdicts } = await examined({ files, tls: {}, replies: { PROT: '536 Not possible.' } });
  expect(verdicts.at(-1)).toBe('protection: refused');
});
