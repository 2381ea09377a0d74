import { expect, test } from 'vitest';
import { isIpv6, isLoopback, plainAddress } from '../../../../src/main/ftp/network/address.ts';

test('mapped IPv4 is IPv4, zones and case do not count', () => {
  expect(plainAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(plainAddress('FE80::1%eth0')).toBe('fe80::1');
  expect(isIpv6('::ffff:192.0.2.1')).toBe(false);
  expect(isIpv6('::1')).toBe(true);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['128.0.0.1', false],
  ['10.127.0.1', false],
  ['::2', false],
  ['fe80::1', false],
])('%s is this machine: %s', (address, loopback) => expect(isLoopback(address)).toBe(loopback));
