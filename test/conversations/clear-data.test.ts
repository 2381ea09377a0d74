import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions, TlsOptions } from '../../src/main/ftp/engine.ts';
import type { ServerScript, TlsScript } from '../server-ftp/script.ts';
import { converse, faultOf, fromMemory, intoMemory, sampleBytes, transferOptions } from './conversation.ts';

/** A protected login beside data in the clear (RFC 4217 9): by choice, or because the server does not protect data. */

const content = sampleBytes(100_000);
const files = { a: content };

const deciding = async (
  script: ServerScript,
  answer: boolean,
  tls: Partial<TlsOptions> = {},
  changes: Partial<ConnectOptions> = {},
) => {
  const refusals: string[] = [];
  const evidence: unknown[] = [];
  const learned = changes.learned ?? nothingLearned();
  const conversation = await converse(script, {
    learned,
    onLearned: (fact, value, lines) => evidence.push([fact, value, lines]),
    ...changes,
  });
  const decideClearData = async (refusal: string): Promise<boolean> => {
    refusals.push(refusal);
    return answer;
  };
  const ca = [conversation.server.ca];
  Object.assign(conversation.options, { tls: { ...defaultConnectOptions().tls, ca, decideClearData, ...tls } });
  return { ...conversation, learned, refusals, evidence };
};

const list = { signal: null, onEntries: () => {} };

describe('by choice', () => {
  test.each([true, false])('PROT C, and nobody is asked (pipelining %s)', async (pipelining) => {
    const { connect, server, refusals } = await deciding({ files, tls: {} }, false, { data: 'clear' }, { pipelining });
    const ftp = await connect();
    await ftp.list('/', list);
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
    expect(ftp.tlsProtocol).toBe('TLSv1.3');
    expect(server.commands.filter((line) => line.startsWith('PROT'))).toEqual(['PROT C']);
    expect(server.data.map(({ tls }) => tls)).toEqual([null, null]);
    expect(refusals).toEqual([]);
  });

  test('a server that insists on privacy has it', async () => {
    const script: ServerScript = { files, tls: {}, replies: { 'PROT C': '534 not here' } };
    const { connect, server } = await deciding(script, false, { data: 'clear' });
    await (await connect()).list('/', list);
    expect(server.data.map(({ tls }) => tls?.protocol)).toEqual(['TLSv1.3']);
  });

  test('a server without PROT has data in the clear', async () => {
    const script: ServerScript = { files, tls: {}, replies: { PROT: '502 no', PBSZ: '502 no' } };
    const { connect, server } = await deciding(script, false, { data: 'clear' });
    await (await connect()).list('/', list);
    expect(server.data.map(({ tls }) => tls)).toEqual([null]);
  });
});

test('PBSZ refused and PROT P taken: the data is private', async () => {
  const { connect, server } = await deciding({ files, tls: {}, replies: { PBSZ: '500 What?' } }, false);
  await (await connect()).list('/', list);
  expect(server.data.map(({ tls }) => tls?.protocol)).toEqual(['TLSv1.3']);
});

describe('PROT P refused at login', () => {
  const script: ServerScript = { files, tls: {}, replies: { 'PROT P': '536 no privacy here' } };

  test('the person is asked and says no: nothing goes in the clear', async () => {
    const { connect, server, refusals, learned } = await deciding(script, false);
    expect(await faultOf(connect())).toMatchObject({
      kind: 'security',
      reason: 'protection-refused',
      detail: 'PROT P: 536 no privacy here',
    });
    expect(refusals).toEqual(['PROT P: 536 no privacy here']);
    expect(server.data).toEqual([]);
    expect(learned.dataProtectionFails).toBe(false);
  });

  test('the person is asked once, says yes, and it is remembered with what showed it', async () => {
    const { connect, server, refusals, evidence } = await deciding(script, true);
    for (let turn = 0; turn < 2; turn += 1) await (await connect()).list('/', list);
    expect(refusals).toHaveLength(1);
    expect(server.data.map(({ tls }) => tls)).toEqual([null, null]);
    expect(evidence).toContainEqual(['dataProtectionFails', true, ['PROT P', '536 no privacy here']]);
    expect(server.commands.filter((line) => line === 'PROT P')).toHaveLength(1);
  });

  test("the site's word that data is protected there is not put in question", async () => {
    const { connect, refusals } = await deciding(script, true, {}, { overrides: { dataProtectionFails: false } });
    expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'protection-refused' });
    expect(refusals).toEqual([]);
  });
});

const REFUSING: readonly (readonly [what: string, script: TlsScript, detail: RegExp])[] = [
  ['data in the clear all the same', { dataInClear: true }, /^(LIST|MLSD|STOR): .*ssl/i],
  [
    '522 behind the 150',
    { dataRefused: '522 TLS negotiation failed' },
    /^(LIST|MLSD|STOR): 522 TLS negotiation failed/,
  ],
];

describe.each(REFUSING)('PROT P taken, and then %s', (_, tls, detail) => {
  test('a fault that says so, and the connection can be used', async () => {
    const { connect, refusals, server } = await deciding({ files, tls }, false);
    const ftp = await connect();
    expect(await faultOf(ftp.list('/', list))).toMatchObject({
      kind: 'security',
      reason: 'protection-refused',
      detail: expect.stringMatching(detail),
    });
    expect(refusals).toEqual([expect.stringMatching(detail)]);
    expect(server.commands).not.toContain('PROT C');
    await ftp.noop();
  });

  test.each(['passive', 'active'] as const)('with the person’s word it goes on in the clear (%s)', async (way) => {
    const { connect, refusals, server, learned } = await deciding({ files, tls }, true, {}, { dataConnection: way });
    const ftp = await connect();
    await ftp.list('/', list);
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
    expect(server.commands.filter((line) => line.startsWith('PROT'))).toEqual(['PROT P', 'PROT C']);
    expect(refusals).toHaveLength(1);
    expect(learned.dataProtectionFails).toBe(true);
  });
});

test('an upload that could not be protected goes again from its beginning', async () => {
  const { connect, server } = await deciding({ tls: { dataRefused: '522 TLS negotiation failed' } }, true);
  const ftp = await connect();
  await ftp.store('/b', fromMemory(content), transferOptions(IMAGE));
  expect((await server.content('/b')).equals(content)).toBe(true);
});

test('transfers under way together ask once', async () => {
  const { connect, refusals } = await deciding({ files, tls: { dataRefused: '522 no' } }, true);
  const ftp = await connect();
  const sinks = [intoMemory(), intoMemory(), intoMemory()];
  await Promise.all(sinks.map((sink) => ftp.retrieve('/a', sink, transferOptions(IMAGE))));
  expect(sinks.map((sink) => sink.content().equals(content))).toEqual([true, true, true]);
  expect(refusals).toHaveLength(1);
});

test('a file that is not there is no matter of protection', async () => {
  const { connect, refusals } = await deciding({ files, tls: {} }, true);
  const ftp = await connect();
  expect(await faultOf(ftp.retrieve('/none', intoMemory(), transferOptions(IMAGE)))).toMatchObject({ code: 550 });
  expect(refusals).toEqual([]);
});

test.each(['522', '425'] as const)(
  '%s because the session was not resumed is told as that',
  async (requireResumption) => {
    // Of another certificate the server has no session.
    const script = { files, tls: { requireResumption, dataCertificate: 'other' } } as const;
    const { connect, refusals } = await deciding(script, true);
    const ftp = await connect();
    expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'security',
      reason: 'session-not-resumed',
    });
    expect(refusals).toEqual([]);
  },
);
