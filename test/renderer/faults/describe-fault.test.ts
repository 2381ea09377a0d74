import { describe, expect, test } from 'vitest';
import type {
  BetweenReason,
  ConnectionCause,
  Fault,
  LocalCause,
  ProtocolReason,
  RefusedReason,
  SecurityReason,
  Stage,
} from '#shared/fault.ts';
import { describeFault } from '../../../src/renderer/faults/describe-fault.ts';
import { LANGUAGES, WORDS } from '../../../src/renderer/locales/words.ts';

// Records, so that a new stage, cause or reason does not compile here before it is told apart in the window.
const all = <Key extends string>(record: Record<Key, true>): Key[] => Object.keys(record) as Key[];

const stages = all<Stage>({
  connecting: true,
  greeting: true,
  'logging-in': true,
  preparing: true,
  'transfer-command': true,
  'after-preliminary-reply': true,
  'after-data': true,
  finishing: true,
});
const causes = all<ConnectionCause>({
  'host-not-found': true,
  refused: true,
  unreachable: true,
  timeout: true,
  reset: true,
  closed: true,
  'service-closing': true,
  stranger: true,
  'proxy-unreachable': true,
  'proxy-login': true,
  'proxy-refused': true,
  'proxy-failed': true,
  'not-a-proxy': true,
  other: true,
});
const protocolReasons = all<ProtocolReason>({
  'not-ftp': true,
  'line-too-long': true,
  'reply-too-long': true,
  'malformed-reply': true,
  'unexpected-reply': true,
  'bytes-before-tls': true,
  'tls-not-ended': true,
  'malformed-address': true,
  'size-mismatch': true,
  'content-mismatch': true,
  'data-not-closed': true,
  'malformed-data': true,
  'no-end-of-file': true,
  'suspect-data': true,
});
const securityReasons = all<SecurityReason>({
  'tls-not-offered': true,
  'tls-handshake': true,
  'certificate-refused': true,
  'certificate-changed': true,
  'data-certificate-differs': true,
  'protection-refused': true,
  'proxy-reads-along': true,
  'session-not-resumed': true,
  'client-certificate': true,
  truncated: true,
});
const localCauses = all<LocalCause>({
  'not-found': true,
  'no-permission': true,
  exists: true,
  'not-a-directory': true,
  'is-a-directory': true,
  'disk-full': true,
  'name-not-possible': true,
  'changed-meanwhile': true,
  other: true,
});
const refusedReasons = all<RefusedReason>({
  'unsafe-argument': true,
  'unsafe-name': true,
  'through-link': true,
  'name-taken': true,
  'not-connected': true,
  'not-supported': true,
  'file-command': true,
  governed: true,
  'no-meaning': true,
  'no-checksum': true,
  'bad-input': true,
  declined: true,
  'there-already': true,
  'not-newer': true,
  'same-size': true,
  'same-content': true,
  'all-there': true,
});
const betweenReasons = all<BetweenReason>({
  'foreign-address': true,
  'no-passive': true,
  'cannot-connect': true,
  'not-encrypted': true,
  'encryption-failed': true,
  'parameters-refused': true,
});
const sides = ['source', 'target', 'both'] as const;
const listingReasons = ['incomplete', 'not-understood', 'too-long'] as const;
const commands = [
  ...[
    null,
    'USER',
    'PASS',
    'ACCT',
    'HOST',
    'AUTH',
    'PBSZ',
    'PROT',
    'CWD',
    'PWD',
    'LIST',
    'MLSD',
    'RETR',
    'STOR',
    'REST',
  ],
  ...['DELE', 'RMD', 'MKD', 'RNFR', 'RNTO', 'SITE', 'MFMT', 'PASV', 'EPSV', 'PORT', 'EPRT', 'TYPE', 'SIZE'],
];
const codes = [
  ...[332, 421, 425, 426, 430, 431, 450, 451, 452, 499],
  ...[500, 501, 502, 503, 504, 521, 522, 530, 532, 533, 534, 536, 550, 551, 552, 553, 599],
];

const detail = 'ECONNRESET read';
const faults: Fault[] = stages.flatMap((stage): Fault[] => [
  ...commands.flatMap((command) =>
    codes.map((code): Fault => ({ kind: 'reply', stage, command, code, text: 'Not today.' })),
  ),
  ...causes.map((cause): Fault => ({ kind: 'control-connection', stage, cause, host: 'h.example', port: 21, detail })),
  ...causes.map((cause): Fault => ({ kind: 'data-connection', stage, cause, detail })),
  ...protocolReasons.map((reason): Fault => ({ kind: 'protocol', stage, reason, detail })),
  ...securityReasons.map((reason): Fault => ({ kind: 'security', stage, reason, detail })),
  ...localCauses.map((cause): Fault => ({ kind: 'local-file', stage, cause, path: '/home/a/b.txt', detail })),
  ...refusedReasons.map((reason): Fault => ({ kind: 'refused-here', stage, reason, detail })),
  ...betweenReasons.flatMap((reason) =>
    sides.map(
      (side): Fault => ({
        kind: 'between-servers',
        stage,
        reason,
        side,
        source: 'a.example',
        target: 'b.example',
        detail,
      }),
    ),
  ),
  ...listingReasons.map((reason): Fault => ({ kind: 'listing', stage, reason, detail })),
  { kind: 'cancelled', stage },
  { kind: 'defect', stage, detail },
]);

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '');

describe.each(LANGUAGES)('the words of every fault in %s', (language) => {
  const words = WORDS[language].faults.situations;

  test('say what happened and what can be done, and have a value for every placeholder', () => {
    const wanting = faults.flatMap((fault) => {
      const { situation, values } = describeFault(fault);
      const { title, remedy } = words[situation];
      const lacking = [...placeholders(title), ...placeholders(remedy)].filter((name) => !(name in values));
      return title !== '' && remedy !== '' && lacking.length === 0 ? [] : [{ fault, situation, lacking }];
    });
    expect(wanting).toEqual([]);
  });

  test('are all in use', () => {
    const used = new Set(faults.map((fault) => describeFault(fault).situation));
    expect(Object.keys(words).filter((situation) => !used.has(situation as never))).toEqual([]);
  });

  test('differ wherever they mean different things', () => {
    const titles = Object.values(words).map((situation) => situation.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('what the person is told', () => {
  const situation = (fault: Fault): string => describeFault(fault).situation;
  const reply = (stage: Stage, command: string | null, code: number): Fault => ({
    kind: 'reply',
    stage,
    command,
    code,
    text: 'Login incorrect.',
  });
  const control = (cause: ConnectionCause, stage: Stage): Fault => ({
    kind: 'control-connection',
    stage,
    cause,
    host: 'ftp.example.org',
    port: 2121,
    detail: '',
  });

  test.each([
    ['a wrong password', reply('logging-in', 'PASS', 530), 'passwordRefused'],
    ['a user name that is turned away before the password', reply('logging-in', 'USER', 530), 'signInRefused'],
    ['a host that the server does not serve', reply('logging-in', 'HOST', 504), 'hostNotServed'],
    ['530 in the middle of a session', reply('preparing', 'CWD', 530), 'signedOut'],
    ['too many visitors, as a reply', reply('greeting', null, 421), 'serverBusy'],
    ['a server without TLS', reply('logging-in', 'AUTH', 502), 'tlsNotOffered'],
    ['an unknown host', control('host-not-found', 'connecting'), 'hostNotFound'],
    ['a refused port', control('refused', 'connecting'), 'connectionRefused'],
    ['a server that vanishes in mid-transfer', control('reset', 'after-preliminary-reply'), 'lostInTransfer'],
    ['silence in mid-transfer', control('timeout', 'after-preliminary-reply'), 'lostInTransfer'],
    ['a lost 226', control('closed', 'after-data'), 'outcomeUnknown'],
    ['a server that hangs up on an idle session', control('closed', 'preparing'), 'connectionLost'],
    ['a full disk', { kind: 'local-file', stage: 'finishing', cause: 'disk-full', path: '/a', detail }, 'diskFull'],
    ['a full server', reply('after-data', 'STOR', 552), 'serverFull'],
    ['a file that cannot be had', reply('transfer-command', 'RETR', 550), 'cannotDownload'],
    ['a folder that cannot be written', reply('transfer-command', 'STOR', 550), 'cannotUpload'],
    ['something else than FTP', { kind: 'protocol', stage: 'greeting', reason: 'not-ftp', detail }, 'notFtp'],
  ] satisfies [string, Fault, string][])('%s', (_, fault, expected) => expect(situation(fault)).toBe(expected));

  test('a firewall is suspected where a data connection was never made, and not where it broke', () => {
    const data = (stage: Stage): Fault => ({ kind: 'data-connection', stage, cause: 'timeout', detail });
    expect(situation(data('preparing'))).toBe('dataBlocked');
    expect(situation(data('transfer-command'))).toBe('dataBlocked');
    expect(situation(data('after-preliminary-reply'))).toBe('dataStalled');
  });

  test("the server's words are quoted as the server's, the system's as details", () => {
    expect(describeFault(reply('logging-in', 'PASS', 530)).detail).toEqual({
      source: 'server',
      text: '530 Login incorrect.',
    });
    expect(describeFault({ ...control('refused', 'connecting'), detail } as Fault).detail).toEqual({
      source: 'system',
      text: detail,
    });
    expect(describeFault(control('refused', 'connecting')).detail).toBeNull();
  });
});
