import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ServerScript } from '../server-ftp/script.ts';
import { certificateOf } from '../server-ftp/secure-contexts.ts';
import { converse, faultOf, intoMemory, sampleBytes, transferOptions } from './conversation.ts';

/** Somebody in between who would have the login, or the data, without TLS: each way out must be shut. */

const ATTACKS: readonly (readonly [what: string, script: ServerScript])[] = [
  ['AUTH answered 500', { replies: { AUTH: '500 What?' } }],
  ['AUTH answered 502', { replies: { AUTH: '502 no' } }],
  ['AUTH answered 421', { replies: { AUTH: { say: '421 Not now', andThen: 'close' } } }],
  ['AUTH answered 230, as if the login were done', { replies: { AUTH: '230 logged in' } }],
  ['AUTH answered 331, as if a user had been named', { replies: { AUTH: '331 password?' } }],
  ['the connection cut at AUTH', { replies: { AUTH: { say: '', andThen: 'reset' } } }],
  ['the connection closed behind the 234', { replies: { AUTH: { say: '234 yes', act: false, andThen: 'close' } } }],
  ['230 in place of the greeting', { greeting: '230 logged in already' }],
  ['words in the clear behind the 234', { tls: { injectAfterAuth: '230 logged in\r\n331 go on\r\n' } }],
];

describe.each(ATTACKS)('a host that has TLS, and %s', (_, script) => {
  test.each(['explicit', 'try'] as const)('no name and no password is sent in the clear: %s', async (security) => {
    const learned = { ...nothingLearned(), hadTls: true };
    const { connect, server, options } = await converse(script, { security, learned });
    Object.assign(options, { tls: { ...options.tls, decidePlainText: async () => true } });
    const ended = await connect().then(
      (ftp) => ftp.tlsProtocol,
      () => 'refused',
    );
    expect(ended).toBe('refused');
    expect(server.commands.filter((line) => /^(USER|PASS)/.test(line))).toEqual([]);
  });
});

test('a handshake that fails is never taken for a server without TLS', async () => {
  const { connect, server, options } = await converse({ tls: { version: 'TLSv1.2' } }, { security: 'try' });
  const tls = { ...options.tls, minVersion: 'TLSv1.3', decidePlainText: async () => true };
  Object.assign(options, { tls });
  for (let turn = 0; turn < 2; turn += 1) expect(await faultOf(connect())).toMatchObject({ kind: 'security' });
  expect(new Set(server.commands)).toEqual(new Set(['AUTH TLS']));
});

test('no TLS session of another login, certificate or trust is resumed: each login begins anew', async () => {
  const { connect, server, options } = await converse({ tls: {} });
  const key = readFileSync(new URL('../server-ftp/certificate/other-key.pem', import.meta.url), 'utf8');
  const identity = { kind: 'pem', certificate: certificateOf('other'), key, passphrase: null } as const;
  for (const changes of [
    {},
    {},
    { tls: { ...options.tls, ca: [], decide: async () => true } },
    { tls: { ...options.tls, clientCertificate: identity } },
  ]) {
    Object.assign(options, changes);
    const ftp = await connect();
    await ftp.list('/', { signal: null, onEntries: () => {} });
  }
  expect(server.connections.map(({ tlsResumed }) => tlsResumed)).toEqual([false, false, false, false]);
  expect(server.data.map(({ tls }) => tls?.resumed)).toEqual([true, true, true, true]);
});

test('the certificate of the data connection is for the host that was asked for, whatever address PASV names', async () => {
  const content = sampleBytes(10_000);
  const script: ServerScript = {
    files: { a: content },
    replies: { EPSV: '500 What?' },
    passive: { PASV: { host: '10.9.8.7' } },
    tls: { dataCertificate: 'other' },
  };
  const { connect, options } = await converse(script);
  const ca = options.tls.ca;
  Object.assign(options, { tls: { ...defaultConnectOptions().tls, ca } });
  const ftp = await connect();
  for (let turn = 0; turn < 3; turn += 1) {
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
    // Replies still belong to their own commands.
    expect(await ftp.size('/a')).toBe(content.length);
  }
});

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: an end of the data without close_notify', (version) => {
  test.each([0, 1, 16_384, 100_000])('is not the end of a file of %d bytes', async (length) => {
    const script = {
      files: { a: sampleBytes(length) },
      tls: { version },
      data: { RETR: { ending: 'no-close-notify' } },
    } as const;
    const { connect } = await converse(script);
    const ftp = await connect();
    expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'security',
      reason: 'truncated',
    });
  });

  test('cut in the middle, with a 226 that says all is well', async () => {
    const script = {
      files: { a: sampleBytes(100_000) },
      tls: { version },
      data: { RETR: { stopAfter: 50_000, ending: 'no-close-notify', completion: '226 Transfer complete' } },
    } as const;
    const { connect } = await converse(script);
    const ftp = await connect();
    const sink = intoMemory();
    expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE)))).toMatchObject({ reason: 'truncated' });
    expect(sink.content().length).toBeLessThanOrEqual(50_000);
  });
});
