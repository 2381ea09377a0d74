import { expect, test } from 'vitest';
import { hostName } from '../../../../../src/main/ftp/user-pi/sequences/virtual-host.ts';

/** RFC 7151 3.1. */
test.each([
  ['ftp.example.com', 'ftp.example.com'],
  ['пример.com', 'xn--e1afmkfd.com'],
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8::c000:201', '[2001:db8::c000:201]'],
  ['fe80::1%eth0', '[fe80::1]'],
  ['under_score.example', 'under_score.example'],
])('%s is named %s', (host, name) => {
  expect(hostName(host)).toBe(name);
});
