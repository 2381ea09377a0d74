import { parseArgs } from 'node:util';
import { LIST_FORMAT_NAMES, LISTING_COMMANDS, type ListingCommand } from '#shared/model/listing-choice.ts';
import type { Verification } from '#shared/model/verification.ts';
import { CONFLICT_POLICIES } from './conflict-policy.ts';
import { loginChoice } from './login-choice.ts';
import { checkPlaces } from './option-places.ts';
import {
  address,
  connections,
  fingerprint,
  oneOf,
  portRange,
  seconds,
  speedLimit,
  tlsVersion,
  zone,
} from './option-values.ts';
import { type CommandOptions, OPTIONS, type OptionValues, type TransferWords } from './options.ts';
import { parseProxyUrl } from './proxy-url.ts';
import { UsageError } from './usage-error.ts';

export const COMMANDS = [
  'ls',
  'get',
  'put',
  'cp',
  'mv',
  'rm',
  'mkdir',
  'chmod',
  'cat',
  'stat',
  'raw',
  'doctor',
] as const;
export type CommandName = (typeof COMMANDS)[number];

export type Invocation =
  | { readonly kind: 'help' | 'version' }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly operands: readonly string[];
      readonly options: CommandOptions;
    };

/**
 * What the words of a command line mean.
 *
 * @param words without the program's own name
 * @throws UsageError
 */
export const parseCommandLine = (words: readonly string[]): Invocation => {
  const { values, positionals } = split(words);
  if (values.version) return { kind: 'version' };
  const [word, ...operands] = positionals;
  if (values.help || word === 'help') return { kind: 'help' };
  if (word === undefined) throw new UsageError('there is no command');
  const command = COMMANDS.find((name) => name === word);
  if (!command) throw new UsageError(`there is no command ${word}`);
  checkPlaces(command, values);
  return { kind: 'command', command, operands, options: checked(values) };
};

const split = (words: readonly string[]): { values: OptionValues; positionals: string[] } => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (thrown) {
    // Node's sentences name the option and what is wrong with it; what follows is advice for programmers.
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UsageError(message.replace(/\. To specify a positional argument.*$/s, '').replace(/\n/g, ' '));
  }
};

const checked = (values: OptionValues): CommandOptions => {
  if (values.insecure && values.pin) throw new UsageError('--insecure and --pin exclude each other');
  return {
    dataConnection: dataConnection(values),
    portRange: values['port-range'] === undefined ? null : portRange(values['port-range']),
    externalAddress: values['external-address'] === undefined ? null : address(values['external-address']),
    trustPassiveHost: values['trust-passive-host'] ?? false,
    proxy: proxy(values.proxy),
    pipelining: !values['no-pipelining'],
    login: loginChoice(values),
    tls: oneOf('--tls', values.tls, ['off', 'try', 'require', 'implicit']),
    caFile: values.ca ?? null,
    pin: values.pin === undefined ? null : fingerprint(values.pin),
    insecure: values.insecure ?? false,
    tlsMin: values['tls-min'] === undefined ? null : tlsVersion('--tls-min', values['tls-min']),
    tlsMax: values['tls-max'] === undefined ? null : tlsVersion('--tls-max', values['tls-max']),
    clientCertificate: clientCertificate(values),
    clearData: values['clear-data'] ?? false,
    clearControl: values.ccc ?? false,
    encoding: values.encoding ?? 'auto',
    listing: listing(values),
    timeoutMs: values.timeout === undefined ? null : seconds(values.timeout),
    transfer: transferWords(values),
    connections: values.connections === undefined ? 1 : connections('--connections', values.connections),
    segments: values.segments === undefined ? 1 : connections('--segments', values.segments),
    limit: values.limit === undefined ? null : speedLimit(values.limit),
    allocate: values.allocate ?? false,
    allowClear: values['allow-clear'] ?? false,
    resume: values.resume ?? false,
    overwrite: oneOf('--overwrite', values.overwrite, CONFLICT_POLICIES),
    atomic: !values['no-atomic'],
    verification: verification(values.verify),
    netrc: values.netrc ?? false,
    recursive: (values.recursive ?? values.tree) || false,
    parents: values.parents ?? false,
    trace: values.trace ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  };
};

/** `hash` is shorter to type than what it is called elsewhere. */
const verification = (value: string | undefined): Verification => {
  const word = oneOf('--verify', value, ['auto', 'size', 'hash', 'off']) ?? 'auto';
  return word === 'hash' ? 'checksum' : word;
};

const clientCertificate = (values: OptionValues): CommandOptions['clientCertificate'] => {
  const { 'client-cert': certificate, 'client-key': key } = values;
  if (certificate !== undefined) return { certificate, key: key ?? null };
  if (key !== undefined) throw new UsageError('--client-key belongs to --client-cert');
  return null;
};

const proxy = (value: string | undefined): CommandOptions['proxy'] => {
  if (value === undefined) return null;
  return value.toLowerCase() === 'none' ? 'none' : parseProxyUrl('--proxy', value);
};

const WAYS = ['passive', 'extended-passive', 'active', 'default-port'] as const;

const dataConnection = (values: OptionValues): CommandOptions['dataConnection'] => {
  const [way, other] = WAYS.filter((name) => values[name]);
  if (way !== undefined && other !== undefined) throw new UsageError(`--${way} and --${other} exclude each other`);
  return way ?? 'auto';
};

const listing = (values: OptionValues): CommandOptions['listing'] => ({
  command: LISTING_COMMANDS.find((name) => spelledAsOption(name) === listCommand(values)) ?? 'auto',
  format: oneOf('--list-format', values['list-format'], ['auto', ...LIST_FORMAT_NAMES]) ?? 'auto',
  zoneMinutes: values['list-zone'] === undefined ? null : zone(values['list-zone']),
});

/** `LIST -a` as `list-a`: what is typed at a shell needs no quotes. */
const spelledAsOption = (name: ListingCommand): string => name.toLowerCase().replace(' ', '');

const listCommand = (values: OptionValues): string | null =>
  oneOf('--list-command', values['list-command']?.toLowerCase(), LISTING_COMMANDS.map(spelledAsOption));

const transferWords = (values: OptionValues): TransferWords => ({
  type: oneOf('--type', values.type?.toLowerCase(), ['a', 'e', 'i', 'l8']),
  format: oneOf('--format', values.format?.toLowerCase(), ['n', 't', 'c']),
  structure: oneOf('--structure', values.structure, ['file', 'record', 'page']),
  mode: oneOf('--mode', values.mode, ['stream', 'block', 'compressed', 'deflate']),
  codePage: oneOf('--code-page', values['code-page'], ['037', '273', '500', '1047']),
  recordForm: oneOf('--record-form', values['record-form'], ['lines', 'prefixed']),
});
