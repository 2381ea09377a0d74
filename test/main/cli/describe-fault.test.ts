import { expect, test } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import { describeFault } from '../../../src/main/cli/describe-fault.ts';

const stage = 'preparing' as const;

test.each<[Fault, string]>([
  [
    { kind: 'reply', stage, command: 'CWD', code: 550, text: 'No such\u001B[31m\ndirectory' },
    'the server answered CWD with 550 No such\u241B[31m / directory',
  ],
  [
    { kind: 'reply', stage, command: null, code: 421, text: 'Too many' },
    'the server answered the connection with 421 Too many',
  ],
  [{ kind: 'protocol', stage, reason: 'not-ftp', detail: 'SSH-2.0' }, 'what answers there is no FTP server (SSH-2.0)'],
  [
    { kind: 'control-connection', stage, cause: 'host-not-found', host: 'nowhere.example', port: 21, detail: 'x' },
    'there is no host called nowhere.example',
  ],
  [
    { kind: 'control-connection', stage, cause: 'refused', host: 'h', port: 2121, detail: 'ECONNREFUSED' },
    'h:2121 refuses the connection: no FTP server listens there',
  ],
  [
    {
      kind: 'control-connection',
      stage,
      cause: 'proxy-login',
      host: 'p',
      port: 1080,
      detail: 'SOCKS5 proxy p:1080: it refused the user name or the password',
    },
    'the proxy p:1080 wants another user or password: put them into --proxy (SOCKS5 proxy p:1080: it refused the user name or the password)',
  ],
  [
    { kind: 'data-connection', stage, cause: 'timeout', detail: '20 s' },
    'the data connection does not get through in time (20 s)',
  ],
  [
    {
      kind: 'between-servers',
      stage,
      reason: 'foreign-address',
      side: 'target',
      source: 'a.example',
      target: 'b.example',
      detail: 'b.example: 500 Illegal PORT command',
    },
    'b.example does not let data go to another address: FXP is off there (b.example: 500 Illegal PORT command)',
  ],
  [
    {
      kind: 'between-servers',
      stage,
      reason: 'no-passive',
      side: 'both',
      source: 'a.example',
      target: 'b.example',
      detail: '',
    },
    'neither a.example nor b.example opens a port for the other',
  ],
  [
    { kind: 'security', stage, reason: 'certificate-refused', detail: 'self-signed' },
    "the server's certificate is not trusted (self-signed)",
  ],
  [{ kind: 'local-file', stage, cause: 'disk-full', path: '/a', detail: 'ENOSPC' }, '/a: the disk is full'],
  [{ kind: 'local-file', stage, cause: 'other', path: '/a', detail: 'EIO: i/o error' }, '/a: EIO: i/o error'],
  [{ kind: 'listing', stage, reason: 'too-long', detail: 'a long line' }, 'the listing cannot be used: a long line'],
  [
    { kind: 'refused-here', stage, reason: 'unsafe-name', detail: '../x' },
    'refused, a name like this leads out of the folder: ../x',
  ],
  [{ kind: 'cancelled', stage }, 'interrupted'],
  [{ kind: 'defect', stage, detail: 'boom' }, 'this is a defect of Longshore, please report it: boom'],
])('%o', (fault, sentence) => {
  expect(describeFault(fault)).toBe(sentence);
});
