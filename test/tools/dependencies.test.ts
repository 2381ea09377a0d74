import { expect, test } from 'vitest';
import { isInstalled } from '../../tools/lib/dependencies.mjs';

const wanted = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-another-system': { version: '2.0.0', optional: true },
    'tools/node-runtime': { version: '1.0.0' },
  },
};

test('what the lockfile asks for is installed when every package is there in its version', () => {
  expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
});

test('a missing package, another version and no node_modules at all ask for npm ci', () => {
  expect(isInstalled(wanted, { packages: {} })).toBe(false);
  expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  expect(isInstalled(wanted, null)).toBe(false);
});

test('an optional package that is there must be the right version', () => {
  const installed = {
    packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-system': { version: '1.9.0' } },
  };
  expect(isInstalled(wanted, installed)).toBe(false);
});
