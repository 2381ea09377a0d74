import { isIP } from 'node:net';
import { isLoopbackHost } from '../session/loopback.ts';
import { type GivenProxy, parseProxyUrl } from './proxy-url.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The more special first, and each in small letters first. */
const VARIABLES = ['ftp_proxy', 'FTP_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/**
 * The proxy that the environment has for a server, read as curl does; null: none, and always none to this machine itself.
 * @throws UsageError where a variable holds what is no proxy
 */
export const environmentProxy = (environment: Environment, host: string): GivenProxy | null => {
  if (isLoopbackHost(host) || isLeftOut(host, environment['no_proxy'] ?? environment['NO_PROXY'] ?? '')) return null;
  const name = VARIABLES.find((variable) => environment[variable] !== undefined);
  const value = name === undefined ? '' : (environment[name] ?? '');
  return name === undefined || value === '' ? null : parseProxyUrl(name, value);
};

/**
 * `no_proxy`: hosts with commas or spaces between them; a name stands for all below it too, with or without a dot
 * before it, an IPv4 address may have the bits of its network behind it (`192.168.0.0/16`), and `*` is everything.
 */
const isLeftOut = (host: string, list: string): boolean => {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((rule) => rule !== '')
    .some((rule) => rule === '*' || (isIP(wanted) === 0 ? isBelow(wanted, rule) : isAddressIn(wanted, rule)));
};

const isBelow = (name: string, rule: string): boolean => {
  const domain = rule.replace(/^\./, '').replace(/\.$/, '');
  return name === domain || name.endsWith(`.${domain}`);
};

const isAddressIn = (address: string, rule: string): boolean => {
  const [network = '', bits] = rule.replace(/^\[|\]$/g, '').split('/');
  if (bits === undefined || isIP(network) !== 4 || isIP(address) !== 4) return address === network;
  const ignored = 32 - Number(bits);
  const prefix = (text: string): number => Math.floor(numberOf(text) / 2 ** ignored);
  return ignored >= 0 && ignored <= 32 && prefix(address) === prefix(network);
};

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
