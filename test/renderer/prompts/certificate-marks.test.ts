import { expect, test } from 'vitest';
import type { CertificateView } from '#shared/model/prompt.ts';
import { marksOf } from '../../../src/renderer/prompts/certificate-marks.ts';

const shown: CertificateView = {
  subject: 'CN=ftp.example.org',
  issuer: 'CN=Example CA',
  names: ['DNS:ftp.example.org'],
  validFromMs: 1,
  validToMs: 2,
  sha256: 'AB:CD',
};

test.each([
  [['self-signed'], ['issuer']],
  [
    ['unknown-issuer', 'wrong-host'],
    ['issuer', 'names'],
  ],
  [['expired'], ['valid']],
  [['not-yet-valid'], ['valid']],
  [['other'], []],
] as const)('the problems %j are about %j', (problems, facts) =>
  expect([...marksOf(problems, shown, null)]).toEqual(facts),
);

test.each([
  [{ sha256: 'AB:CE' }, ['fingerprint']],
  [{ validToMs: 1, sha256: 'AB:CE' }, ['fingerprint', 'valid']],
  [{ names: [], subject: 'CN=x' }, ['subject', 'names']],
] as const)('beside one that had %j, what differs is %j', (before, facts) =>
  expect([...marksOf(['changed', 'self-signed'], shown, { ...shown, ...before })]).toEqual(facts),
);
