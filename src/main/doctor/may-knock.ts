import { isIPv4 } from 'node:net';

/** Blocks of IPv4 by how far an address in them means anything (RFC 6890): one machine, one network, the world. */
const reachOf = (address: string): 'nowhere' | 'machine' | 'network' | 'world' => {
  const [first = 0, second = 0] = address.split('.').map(Number);
  if (first === 0 || first >= 224) return 'nowhere';
  if (first === 127) return 'machine';
  const isPrivate = first === 10 || (first === 172 && second >= 16 && second < 32) || (first === 192 && second === 168);
  const isShared = (first === 100 && second >= 64 && second < 128) || (first === 169 && second === 254);
  return isPrivate || isShared ? 'network' : 'world';
};

/**
 * Whether to try an address that a server named in place of its own. One that means something else here than there,
 * as a private one that a server in the world names, would have us knock at somebody in our own network.
 */
export const mayKnock = (announced: string, server: string): boolean =>
  isIPv4(announced) && isIPv4(server) && reachOf(announced) !== 'nowhere' && reachOf(announced) === reachOf(server);
