import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions } from '../../src/main/ftp/engine.ts';
import type { ServerScript } from '../server-ftp/script.ts';
import { converse, faultOf, fromMemory, intoMemory, sampleBytes, transferOptions } from './conversation.ts';

/** CCC (RFC 4217 5): the login is protected, and what a translator has to read is not. */

const content = sampleBytes(200_000);

const clearing = async (script: ServerScript, changes: Partial<ConnectOptions> = {}) => {
  const learned = nothingLearned();
  const conversation = await converse(script, { learned, ...changes });
  const tls = { ...defaultConnectOptions().tls, ca: [conversation.server.ca], clearControl: true };
  Object.assign(conversation.options, { tls });
  return { ...conversation, learned };
};

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  const tls = { version, clearControl: 'properly', requireResumption: '522' } as const;

  test.each([
    ['explicit', false, 'passive'],
    ['implicit', true, 'passive'],
    ['explicit', false, 'active'],
  ] as const)('a protected login, then commands in the clear and private data: %s', async (_, implicit, way) => {
    const { connect, server, notes } = await clearing(
      { files: { a: content }, tls: { ...tls, implicit } },
      { dataConnection: way, expects: 'listing' },
    );
    const ftp = await connect();
    expect(server.commands.at(-1)).toBe('CCC');
    expect(server.commands.filter((line) => /^(EPSV|EPRT|PASV|PORT)/.test(line))).toEqual([]);
    expect(notes).toContain('the control connection goes on in the clear');
    const sink = intoMemory();
    await ftp.list('/', { signal: null, onEntries: () => {} });
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    await ftp.store('/b', fromMemory(content), transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
    expect((await server.content('/b')).equals(content)).toBe(true);
    expect(ftp.tlsProtocol).toBe(version);
    expect(server.data.map((record) => record.tls)).toEqual(
      Array.from({ length: 3 }, () => ({ resumed: true, protocol: version })),
    );
    // RFC 4217 5: "Not accept any more PBSZ or PROT commands."
    expect(server.commands.slice(server.commands.indexOf('CCC')).filter((line) => /^PROT|^PBSZ/.test(line))).toEqual(
      [],
    );
    await ftp.quit();
  });

  test('one command after the other', async () => {
    const { connect } = await clearing({ tls }, { pipelining: false });
    const ftp = await connect();
    expect(await ftp.workingDirectory()).toBe('/');
  });

  test.each(['without-close-notify', 'after-words-in-the-clear'] as const)(
    'nothing is believed before the server has ended TLS: %s',
    async (clearControl) => {
      const script = { tls: { version, clearControl } };
      const { connect, server, learned } = await clearing(script, {
        timeouts: { connect: 400, reply: 5_000, data: 5_000 },
      });
      expect(await faultOf(connect())).toMatchObject({
        kind: 'protocol',
        reason: 'tls-not-ended',
        stage: 'logging-in',
      });
      expect(server.connections).toHaveLength(1);
      expect(server.commands).toContain('CCC');
      // The next time it stays protected, and can be used.
      expect(learned.clearControlFails).toBe(true);
      const ftp = await connect();
      expect(server.connections[1]?.commands).not.toContain('CCC');
      await ftp.noop();
    },
  );
});

test.each(['500 What?', '533 no', '534 no'])('%s to CCC: it goes on protected, and that is remembered', async (CCC) => {
  const evidence: unknown[] = [];
  const { connect, server, learned } = await clearing(
    { tls: { clearControl: 'properly' }, replies: { CCC } },
    { onLearned: (fact, _value, lines) => evidence.push([fact, lines]) },
  );
  const ftp = await connect();
  await ftp.noop();
  expect(learned.clearControlFails).toBe(true);
  expect(evidence).toContainEqual(['clearControlFails', ['CCC', CCC]]);
  await connect();
  expect(server.commands.filter((line) => line === 'CCC')).toHaveLength(1);
});

test('without TLS there is nothing to clear', async () => {
  const { connect, server } = await clearing({}, { security: 'none' });
  await connect();
  expect(server.commands).not.toContain('CCC');
});

describe('no secret goes in the clear behind CCC', () => {
  test('an account that the server wants later', async () => {
    const script: ServerScript = {
      tls: { clearControl: 'properly' },
      accountWanted: { account: 'harbour', by: { MKD: '532' } },
    };
    const { connect, server } = await clearing(script, { account: 'harbour' });
    const ftp = await connect();
    expect(await faultOf(ftp.makeDirectory('/new'))).toMatchObject({ kind: 'refused-here', reason: 'not-supported' });
    expect(server.commands.join('\n')).not.toContain('harbour');
  });

  test.each(['PASS other', 'ACCT other'])('a typed %s', async (line) => {
    const { connect, server } = await clearing({ tls: { clearControl: 'properly' } });
    const ftp = await connect();
    expect(await faultOf(ftp.raw(line))).toMatchObject({ kind: 'refused-here', reason: 'not-supported' });
    expect(server.commands).not.toContain(line);
  });

  test('the login that REIN would want', async () => {
    const { connect } = await clearing({ tls: { clearControl: 'properly' } });
    const ftp = await connect();
    expect(await faultOf(ftp.reinitialize())).toMatchObject({ kind: 'refused-here', reason: 'not-supported' });
  });
});
