/**
 * A numeric address in the one form the engine compares: IPv4 inside IPv6 (`::ffff:192.0.2.1`, RFC 4291 2.5.5.2) as
 * plain IPv4, without a zone, lower case.
 */
export const plainAddress = (address: string): string => {
  const bare = (address.split('%', 1)[0] ?? '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  return mapped?.[1] ?? bare;
};

/** Whether an address is this machine's own, so that nothing sent to it leaves here (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
export const isLoopback = (address: string): boolean => {
  const plain = plainAddress(address);
  return plain === '::1' || plain.startsWith('127.');
};

/** Whether an address is of IPv6 once mapped IPv4 is taken out. */
export const isIpv6 = (address: string): boolean => plainAddress(address).includes(':');
