import { isIPv4 } from 'node:net';

/** Whether a host is this machine itself, so that no proxy has a part in reaching it (RFC 6761 6.3, RFC 1122 3.2.1.3). */
export const isLoopbackHost = (host: string): boolean => {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const address = name.replace(/^::ffff:/, '');
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
};
