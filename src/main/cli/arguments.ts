import { isIP } from 'node:net';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { ConflictPolicy } from './conflict-policy.ts';
import { UsageError } from './usage-error.ts';

export const COMMANDS = ['ls', 'get', 'put', 'raw'] as const;
export type CommandName = (typeof COMMANDS)[number];

export type TlsChoice = 'off' | 'try' | 'require' | 'implicit';

/** The options of the command line, checked; null where nothing was said. */
export interface CommandOptions {
  readonly dataConnection: 'auto' | 'passive' | 'active';
  readonly portRange: readonly [first: number, last: number] | null;
  readonly externalAddress: string | null;
  readonly tls: TlsChoice | null;
  readonly caFile: string | null;
  /** SHA-256 of a certificate to trust: 64 hex digits, upper case, without colons. */
  readonly pin: string | null;
  readonly insecure: boolean;
  readonly encoding: string;
  readonly timeoutMs: number | null;
  readonly type: 'a' | 'i' | null;
  readonly resume: boolean;
  readonly overwrite: ConflictPolicy | null;
  readonly atomic: boolean;
  readonly netrc: boolean;
  readonly recursive: boolean;
  readonly trace: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export type Invocation =
  | { readonly kind: 'help' | 'version' }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly operands: readonly string[];
      readonly options: CommandOptions;
    };

const KNOWN = {
  passive: { type: 'boolean' },
  active: { type: 'boolean' },
  'port-range': { type: 'string' },
  'external-address': { type: 'string' },
  tls: { type: 'string' },
  ca: { type: 'string' },
  pin: { type: 'string' },
  insecure: { type: 'boolean' },
  encoding: { type: 'string' },
  timeout: { type: 'string' },
  type: { type: 'string' },
  resume: { type: 'boolean' },
  overwrite: { type: 'string' },
  'no-atomic': { type: 'boolean' },
  netrc: { type: 'boolean' },
  recursive: { type: 'boolean', short: 'r' },
  tree: { type: 'boolean', short: 'R' },
  trace: { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

type Values = ReturnType<typeof parseArgs<{ options: typeof KNOWN; allowPositionals: true }>>['values'];

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
  return { kind: 'command', command, operands, options: checked(command, values) };
};

const split = (words: readonly string[]): { values: Values; positionals: string[] } => {
  try {
    return parseArgs({ args: [...words], options: KNOWN, allowPositionals: true });
  } catch (thrown) {
    // Node's sentences name the option and what is wrong with it; what follows is advice for programmers.
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UsageError(message.replace(/\. To specify a positional argument.*$/s, '').replace(/\n/g, ' '));
  }
};

const checked = (command: CommandName, values: Values): CommandOptions => {
  if (values.passive && values.active) throw new UsageError('--passive and --active exclude each other');
  if (values.insecure && values.pin) throw new UsageError('--insecure and --pin exclude each other');
  const transfers = command === 'get' || command === 'put';
  allow(transfers, values.recursive, `-r belongs to get and put, not to ${command}`);
  allow(command === 'ls', values.tree, `-R belongs to ls, not to ${command}`);
  allow(
    transfers,
    values.type ?? values.resume ?? values.overwrite,
    `--type, --resume and --overwrite belong to get and put, not to ${command}`,
  );
  allow(command === 'put', values['no-atomic'], `--no-atomic belongs to put, not to ${command}`);
  if (values.resume && values.type === 'a')
    throw new UsageError('--resume needs --type i: a text file has no fixed offsets');
  return {
    dataConnection: values.passive ? 'passive' : values.active ? 'active' : 'auto',
    portRange: values['port-range'] === undefined ? null : portRange(values['port-range']),
    externalAddress: values['external-address'] === undefined ? null : address(values['external-address']),
    tls: oneOf('--tls', values.tls, ['off', 'try', 'require', 'implicit']),
    caFile: values.ca ?? null,
    pin: values.pin === undefined ? null : fingerprint(values.pin),
    insecure: values.insecure ?? false,
    encoding: values.encoding ?? 'auto',
    timeoutMs: values.timeout === undefined ? null : seconds(values.timeout),
    type: oneOf('--type', values.type, ['a', 'i']),
    resume: values.resume ?? false,
    overwrite: oneOf('--overwrite', values.overwrite, ['always', 'never', 'newer', 'size', 'rename', 'ask']),
    atomic: !values['no-atomic'],
    netrc: values.netrc ?? false,
    recursive: (values.recursive ?? values.tree) || false,
    trace: values.trace ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  };
};

const allow = (allowed: boolean, value: unknown, sentence: string): void => {
  if (!allowed && value !== undefined) throw new UsageError(sentence);
};

const oneOf = <Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | null => {
  if (value === undefined) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (!choice) throw new UsageError(`${option} is one of ${choices.join(', ')}, not ${value}`);
  return choice;
};

const portRange = (value: string): readonly [number, number] => {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(value)?.map(Number) ?? [];
  if (first === undefined || last === undefined || first < 1 || first > last || last > 65_535) {
    throw new UsageError(`--port-range is written FIRST-LAST with ports from 1 to 65535, not ${value}`);
  }
  return [first, last];
};

const address = (value: string): string => {
  if (isIP(value) === 0) throw new UsageError(`--external-address is an IP address, not ${value}`);
  return value;
};

const fingerprint = (value: string): string => {
  const digits = value
    .replace(/^sha256[:/]/i, '')
    .replaceAll(':', '')
    .toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(digits)) throw new UsageError('--pin is the SHA-256 of a certificate in 64 hex digits');
  return digits;
};

const LONGEST_TIMEOUT_SECONDS = 86_400;

const seconds = (value: string): number => {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (number <= 0 || number > LONGEST_TIMEOUT_SECONDS) {
    throw new UsageError(`--timeout is a number of seconds up to ${LONGEST_TIMEOUT_SECONDS}, not ${value}`);
  }
  return number * 1_000;
};
