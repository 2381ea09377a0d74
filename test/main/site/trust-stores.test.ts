import { expect, test } from 'vitest';
import { createTlsHosts } from '../../../src/main/site/tls-hosts.ts';
import { createTrustedCertificates } from '../../../src/main/site/trusted-certificates.ts';
import { openDatabase } from '../../../src/main/store/database.ts';

const certificate = {
  subject: 'CN=a',
  issuer: 'CN=b',
  names: ['DNS:a', 'DNS:*.a'],
  validFromMs: 1,
  validToMs: 2,
  sha256: 'AA:BB',
};

test('a trusted certificate is found by host and port, whatever the case of the host', () => {
  const trusted = createTrustedCertificates(openDatabase(':memory:'));
  trusted.trust('Example.org', 21, certificate);
  expect(trusted.find('example.ORG', 21)).toEqual(certificate);
  expect(trusted.find('example.org', 990)).toBeUndefined();
  expect(trusted.find('other.org', 21)).toBeUndefined();
});

test('a certificate trusted later takes the place of the one before', () => {
  const database = openDatabase(':memory:');
  const trusted = createTrustedCertificates(database, () => 42);
  trusted.trust('a', 21, certificate);
  trusted.trust('a', 21, { ...certificate, sha256: 'CC' });
  expect(trusted.find('a', 21)?.sha256).toBe('CC');
  expect(database.prepare('SELECT sha256, trusted_ms FROM trusted_certificate').all()).toMatchObject([
    { sha256: 'CC', trusted_ms: 42 },
  ]);
});

test('a host that stood under TLS is remembered with its port', () => {
  const hosts = createTlsHosts(openDatabase(':memory:'));
  expect(hosts.has('a', 21)).toBe(false);
  hosts.remember('A', 21);
  hosts.remember('a', 21);
  expect([hosts.has('a', 21), hosts.has('a', 2121)]).toEqual([true, false]);
});
