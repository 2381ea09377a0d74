import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../../src/main/cli/arguments.ts';
import type { CommandOptions } from '../../../src/main/cli/options.ts';
import { UsageError } from '../../../src/main/cli/usage-error.ts';

const optionsOf = (...words: string[]): CommandOptions => {
  const invocation = parseCommandLine(words);
  if (invocation.kind !== 'command') throw new Error(`no command: ${invocation.kind}`);
  return invocation.options;
};

const refusalOf = (...words: string[]): string => {
  try {
    parseCommandLine(words);
  } catch (thrown) {
    if (thrown instanceof UsageError) return thrown.message;
    throw thrown;
  }
  throw new Error(`not refused: ${words.join(' ')}`);
};

test('without options everything has its default', () => {
  expect(parseCommandLine(['ls', 'ftp://host/'])).toEqual({
    kind: 'command',
    command: 'ls',
    operands: ['ftp://host/'],
    options: {
      dataConnection: 'auto',
      portRange: null,
      externalAddress: null,
      trustPassiveHost: false,
      proxy: null,
      pipelining: true,
      login: { hostCommand: false, language: null, oneTimePasswords: true, commands: [] },
      tls: null,
      caFile: null,
      pin: null,
      insecure: false,
      tlsMin: null,
      tlsMax: null,
      clientCertificate: null,
      clearData: false,
      clearControl: false,
      encoding: 'auto',
      listing: { command: 'auto', format: 'auto', zoneMinutes: null },
      timeoutMs: null,
      transfer: { type: null, format: null, structure: null, mode: null, codePage: null, recordForm: null },
      connections: 1,
      segments: 1,
      limit: null,
      allocate: false,
      allowClear: false,
      resume: false,
      overwrite: null,
      verification: 'auto',
      atomic: true,
      netrc: false,
      recursive: false,
      parents: false,
      trace: false,
      json: false,
      quiet: false,
    },
  });
});

test('options may stand anywhere, and after -- there are none', () => {
  const invocation = parseCommandLine(['--json', 'put', 'a', '-r', '--', '-b', 'ftp://host/']);
  expect(invocation).toMatchObject({ command: 'put', operands: ['a', '-b', 'ftp://host/'] });
  expect(invocation).toMatchObject({ options: { json: true, recursive: true } });
});

test.each([
  [['ls', '--passive'], { dataConnection: 'passive' }],
  [['ls', '--active', '--port-range', '50000-50100'], { dataConnection: 'active', portRange: [50_000, 50_100] }],
  [['ls', '--external-address', '192.0.2.7'], { externalAddress: '192.0.2.7' }],
  [['ls', '--external-address', '2001:db8::7'], { externalAddress: '2001:db8::7' }],
  [['ls', '--tls', 'require'], { tls: 'require' }],
  [['ls', '--ca', 'root.pem', '--insecure'], { caFile: 'root.pem', insecure: true }],
  [['ls', '--pin', `${'ab:'.repeat(31)}cd`], { pin: `${'AB'.repeat(31)}CD` }],
  [
    ['ls', '--list-command', 'list-a', '--list-format', 'vms', '--list-zone=-03:30'],
    { listing: { command: 'LIST -a', format: 'vms', zoneMinutes: -210 } },
  ],
  [
    ['ls', '--list-command', 'MLSD', '--list-zone', 'utc'],
    { listing: { command: 'MLSD', format: 'auto', zoneMinutes: 0 } },
  ],
  [['ls', '--encoding', 'shift_jis', '--timeout', '2.5'], { encoding: 'shift_jis', timeoutMs: 2_500 }],
  [['ls', '-R'], { recursive: true }],
  [['ls', '--default-port', '--no-pipelining'], { dataConnection: 'default-port', pipelining: false }],
  [['get', '--type', 'A', '--overwrite', 'newer'], { transfer: { type: 'a' }, overwrite: 'newer' }],
  [['cat', '--type', 'e', '--format', 'c', '--code-page', '273'], { transfer: { format: 'c', codePage: '273' } }],
  [['put', '--structure', 'record', '--record-form', 'prefixed'], { transfer: { recordForm: 'prefixed' } }],
  [['get', '--segments', '8'], { segments: 8, connections: 1 }],
  [['cp', '--mode', 'block', '--connections', '4', '-r'], { transfer: { mode: 'block' }, connections: 4 }],
  [['put', '--allocate', '--type', 'l8'], { allocate: true, transfer: { type: 'l8' } }],
  [['get', '--limit', '200000'], { limit: 200_000 }],
  [['put', '--limit', '500k'], { limit: 500_000 }],
  [['put', '--limit=1.5MiB'], { limit: 1_572_864 }],
  [['cp', '--allow-clear'], { allowClear: true }],
  [['mkdir', '-p'], { parents: true }],
  [['get', '--verify', 'hash'], { verification: 'checksum' }],
  [['cp', '--verify', 'off'], { verification: 'off' }],
  [['get', '--resume', '-r', '-q'], { resume: true, recursive: true, quiet: true }],
  [['put', '--no-atomic', '--netrc', '--trace'], { atomic: false, netrc: true, trace: true }],
])('%j', (words, expected) => {
  expect(optionsOf(...words)).toMatchObject(expected);
});

test.each([[['--help']], [['-h']], [['help']], [['ls', '--help']]])('%j asks for help', (words) => {
  expect(parseCommandLine(words)).toEqual({ kind: 'help' });
});

test('--version asks for the version', () => {
  expect(parseCommandLine(['--version'])).toEqual({ kind: 'version' });
});

describe('refused', () => {
  test.each([
    [[], 'there is no command'],
    [['list'], 'there is no command list'],
    [['mirror', 'a', 'b'], 'there is no command mirror'],
    [['ls', '--passive', '--active'], '--passive and --active exclude each other'],
    [['ls', '--pin', 'A'.repeat(64), '--insecure'], '--insecure and --pin exclude each other'],
    [['ls', '--active', '--default-port'], '--active and --default-port exclude each other'],
    [['ls', '-r'], '-r belongs to get, put, cp and rm, not to ls'],
    [['get', '-R'], '-R belongs to ls, not to get'],
    [['get', '--no-atomic'], '--no-atomic belongs to put, not to get'],
    [['raw', '--resume'], '--resume belongs to get and put, not to raw'],
    [['cp', '--record-form', 'lines'], '--record-form belongs to get, put and cat, not to cp'],
    [['rm', '-p'], '-p belongs to mkdir, not to rm'],
    [['ls', '--type', 'a'], '--type belongs to get, put, cp and cat, not to ls'],
    [['get', '--allocate'], '--allocate belongs to put, not to get'],
    [['get', '--type', 'l36'], '--type is one of a, e, i, l8, not l36'],
    [['get', '--code-page', '1252'], '--code-page is one of 037, 273, 500, 1047, not 1252'],
    [['ls', '--tls', 'maybe'], '--tls is one of off, try, require, implicit, not maybe'],
    [['get', '--verify', 'checksum'], '--verify is one of auto, size, hash, off, not checksum'],
    [
      ['get', '--overwrite', 'sometimes'],
      '--overwrite is one of always, never, newer, size, content, rename, ask, not sometimes',
    ],
    [['ls', '--list-command', 'ls'], '--list-command is one of auto, mlsd, list-a, list, stat, nlst, not ls'],
    [['ls', '--external-address', 'host'], '--external-address is an IP address, not host'],
    [['ls', '--pin', 'abc'], '--pin is the SHA-256 of a certificate in 64 hex digits'],
  ])('%j: %s', (words, sentence) => {
    expect(refusalOf(...words)).toBe(sentence);
  });

  test.each(['50000', '0-10', '20-10', '1-70000', 'a-b', '1-2-3'])('--port-range %s', (range) => {
    expect(refusalOf('ls', '--port-range', range)).toMatch(/^--port-range is written FIRST-LAST/);
  });

  test.each(['1', '+1', '+15:00', '+01:60', 'CET', ''])('--list-zone %j', (zone) => {
    expect(refusalOf('ls', `--list-zone=${zone}`)).toMatch(/^--list-zone is written \+HH:MM, -HH:MM or utc/);
  });

  test.each(['0', '-1', 'soon', '1e9', '', '100000'])('--timeout %j', (timeout) => {
    expect(refusalOf('ls', `--timeout=${timeout}`)).toMatch(/^--timeout is a number of seconds/);
  });

  test('an option that there is not', () => {
    expect(refusalOf('get', '--compress')).toBe("Unknown option '--compress'");
  });

  test.each(['0', '-1', '1023', 'slow', '', '5x', '9999999G'])('--limit %j', (limit) => {
    expect(refusalOf('get', `--limit=${limit}`)).toMatch(/^--limit is bytes a second, 1024 or more, like 500k/);
  });

  test('--limit between servers, where no byte comes by here', () => {
    expect(refusalOf('cp', '--limit', '1M')).toBe('--limit belongs to get and put, not to cp');
  });

  test.each(['0', '-1', '21', 'many', ''])('--connections and --segments %j', (number) => {
    for (const option of ['--connections', '--segments'])
      expect(refusalOf('get', `${option}=${number}`)).toMatch(new RegExp(`^${option} is a number from 1 to 20`));
  });

  test('an option without its value', () => {
    expect(refusalOf('ls', '--tls')).toContain('--tls');
  });
});

describe('what is said at the login', () => {
  test('stands in options, and commands may be several', () => {
    const words = ['--host-command', '--language', 'ja-JP', '--no-one-time-passwords'];
    const commands = ['--after-login', 'SITE UMASK 022', '--after-login=OPTS HASH SHA-1'];
    expect(optionsOf('ls', ...words, ...commands, 'ftp://host/').login).toEqual({
      hostCommand: true,
      language: 'ja-JP',
      oneTimePasswords: false,
      commands: ['SITE UMASK 022', 'OPTS HASH SHA-1'],
    });
  });

  test.each(['TYPE A', 'retr a.txt', 'USER other', ''])('%j is not for --after-login', (line) => {
    expect(refusalOf('ls', '--after-login', line, 'ftp://host/')).toContain('--after-login takes no command for files');
  });

  test('a language is a tag', () => {
    expect(refusalOf('ls', '--language', 'de\r\nDELE x', 'ftp://host/')).toContain('--language is a language tag');
  });
});
