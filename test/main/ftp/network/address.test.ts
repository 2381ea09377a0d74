import { expect, test } from 'vitest';
import { isIpv6, plainAddress } from '../../../../src/main/ftp/network/address.ts';

test('mapped IPv4 is IPv4, zones and case do not count', () => {
  expect(plainAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(plainAddress('FE80::1%eth0')).toBe('fe80::1');
  expect(isIpv6('::ffff:192.0.2.1')).toBe(false);
  expect(isIpv6('::1')).toBe(true);
});
