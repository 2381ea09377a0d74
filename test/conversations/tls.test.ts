import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { CertificateQuestion } from '../../src/main/ftp/engine.ts';
import { converse, faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(300_000);
const files = { a: content };

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  test.each([
    ['explicit', false, 'passive'],
    ['implicit', true, 'passive'],
    ['explicit', false, 'active'],
  ] as const)('%s: every data connection resumes the session (%s, %s)', async (_, implicit, dataConnection) => {
    const script = { files, tls: { version, implicit, requireResumption: '522' } } as const;
    const { ftp, server, notes } = await loggedIn(script, { dataConnection });
    expect(ftp.tlsProtocol).toBe(version);
    for (let turn = 0; turn < 3; turn += 1) {
      const sink = intoMemory();
      await ftp.list('/', { signal: null, onEntries: () => {} });
      await ftp.retrieve('/a', sink, transferOptions(IMAGE));
      await ftp.store('/b', fromMemory(content), transferOptions(IMAGE));
      expect(sink.content().equals(content)).toBe(true);
      expect((await server.content('/b')).equals(content)).toBe(true);
    }
    expect(server.data.map(({ tls }) => tls)).toEqual(
      Array.from({ length: 9 }, () => ({ resumed: true, protocol: version })),
    );
    expect(notes.filter((note) => note === `data connection: ${version}, session resumed`)).toHaveLength(9);
  });

  test.each(['RETR', 'LIST'])('%s that ends without close_notify was cut short', async (verb) => {
    const script = { files, features: [], tls: { version }, data: { [verb]: { ending: 'no-close-notify' } } } as const;
    const { ftp } = await loggedIn(script);
    const call =
      verb === 'RETR'
        ? ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE))
        : ftp.list('/', { signal: null, onEntries: () => {} });
    expect(await faultOf(call)).toMatchObject({
      kind: 'security',
      reason: 'truncated',
      stage: 'after-preliminary-reply',
    });
    await ftp.noop();
  });

  test('a slow sink holds the data back and loses none of it', async () => {
    const large = sampleBytes(3_000_000);
    const { ftp } = await loggedIn({ files: { a: large }, tls: { version } });
    const parts: Buffer[] = [];
    const sink = {
      async write(chunk: Uint8Array) {
        await new Promise((resolve) => setImmediate(resolve));
        parts.push(Buffer.from(chunk));
      },
    };
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(Buffer.concat(parts).equals(large)).toBe(true);
  });
});

test('the dialogue of an explicit login', async () => {
  const { connect, server, options } = await converse({ tls: {} });
  await connect();
  const login = ['AUTH TLS', 'USER tester', 'PASS tester-pw'];
  const facts = ['PBSZ 0', 'PROT P', 'FEAT', 'SYST', 'OPTS UTF8 ON', 'PWD'];
  expect(server.commands.slice(0, 9)).toEqual([...login, ...facts]);
  expect(options.learned.hadTls).toBe(true);
});

test.each(['explicit', 'try'] as const)(
  'what comes in the clear behind the 234 ends the connection (%s)',
  async (security) => {
    const { connect, server } = await converse({ tls: { injectAfterAuth: '230 logged in\r\n' } }, { security });
    expect(await faultOf(connect())).toMatchObject({
      kind: 'protocol',
      reason: 'bytes-before-tls',
      stage: 'logging-in',
    });
    expect(server.commands).toEqual(['AUTH TLS']);
  },
);

test.each(['23', '\r'])('half a line behind the 234 is no better: %j', async (injectAfterAuth) => {
  const { connect } = await converse({ tls: { injectAfterAuth } });
  expect(await faultOf(connect())).toMatchObject({ kind: 'protocol', reason: 'bytes-before-tls' });
});

test.each(['500 no', '502 no', '534 no', '230 no need'])(
  'explicit never steps back: AUTH answered %s',
  async (answer) => {
    const { connect, server } = await converse({ replies: { AUTH: answer } }, { security: 'explicit' });
    expect(await faultOf(connect())).toMatchObject({
      kind: 'security',
      reason: 'tls-not-offered',
      stage: 'logging-in',
    });
    expect(server.commands).toEqual(['AUTH TLS']);
  },
);

describe('a host without TLS that never had it, tried for it', () => {
  const tried = async (agreed: boolean, learned = nothingLearned()) => {
    const asked: unknown[][] = [];
    const decidePlainText = async (...question: unknown[]): Promise<boolean> => {
      asked.push(question);
      return agreed;
    };
    const tls = { ...defaultConnectOptions().tls, decidePlainText };
    return { asked, ...(await converse({}, { security: 'try', tls, learned })) };
  };

  test('is logged in to in the clear once that is agreed to, which is remembered', async () => {
    const { connect, server, asked, options } = await tried(true);
    expect((await connect()).tlsProtocol).toBeNull();
    expect(server.commands.slice(0, 2)).toEqual(['AUTH TLS', 'USER tester']);
    expect(asked).toEqual([['502 AUTH is not implemented.', true]]);
    expect(options.learned.tlsFails).toBe(true);
    await connect();
    expect(asked).toHaveLength(1);
  });

  test('hears nothing of us where it is not', async () => {
    const { connect, server, options } = await tried(false);
    expect(await faultOf(connect())).toMatchObject({ kind: 'refused-here', reason: 'declined', stage: 'logging-in' });
    expect(server.commands).toEqual(['AUTH TLS']);
    expect(options.learned.tlsFails).toBe(false);
  });
});

test('a host that has TLS by now is logged in to under it, whatever was agreed to before', async () => {
  const learned = { ...nothingLearned(), tlsFails: true };
  const { connect, options } = await converse({ tls: {} }, { security: 'try', learned });
  expect((await connect()).tlsProtocol).not.toBeNull();
  expect(options.learned).toMatchObject({ tlsFails: false, hadTls: true });
});

test('try does not step back for a host that had it', async () => {
  const learned = { ...nothingLearned(), hadTls: true };
  const { connect, server } = await converse({}, { security: 'try', learned });
  expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'tls-not-offered' });
  expect(server.commands).toEqual(['AUTH TLS']);
});

test('refused protection of data is a fault, not data in the clear', async () => {
  const { connect } = await converse({ tls: {}, replies: { PROT: '536 no' } });
  expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'protection-refused' });
});

test('a server that speaks no TLS where it was expected from the first byte', async () => {
  const { connect } = await converse({}, { security: 'implicit' });
  expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'tls-handshake', stage: 'connecting' });
});

describe('certificates', () => {
  const asked = async (certificate: 'other' | 'expired' | 'elsewhere' | 'self-signed', answer: boolean) => {
    const questions: CertificateQuestion[] = [];
    const decide = async (question: CertificateQuestion): Promise<boolean> => {
      questions.push(question);
      return answer;
    };
    const conversation = await converse({ files, tls: { certificate } });
    const { options, server } = conversation;
    const changed = { ...options, tls: { ...options.tls, ca: [server.ca], decide } };
    return { ...(await converse({ files, tls: { certificate } }, { tls: changed.tls })), questions };
  };

  test.each([
    ['expired', ['expired']],
    ['elsewhere', ['wrong-host']],
    ['self-signed', ['self-signed']],
  ] as const)('%s: asked once, and refused ends it before a name is sent', async (certificate, problems) => {
    const { connect, questions, server } = await asked(certificate, false);
    expect(await faultOf(connect())).toMatchObject({
      kind: 'security',
      reason: 'certificate-refused',
      stage: 'logging-in',
    });
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ host: 'localhost', port: server.port, problems });
    expect(questions[0]?.chain[0]?.sha256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(server.commands).toEqual(['AUTH TLS']);
  });

  test('accepted for the control connection, it serves for the data connections too', async () => {
    const { connect, questions } = await asked('self-signed', true);
    const ftp = await connect();
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
    expect(questions).toHaveLength(1);
  });

  test('an unknown issuer', async () => {
    const { connect } = await converse({ tls: {} }, { tls: defaultConnectOptions().tls });
    expect(await faultOf(connect())).toMatchObject({ reason: 'certificate-refused', detail: 'unknown-issuer' });
  });

  test('another certificate on the data connection passes where the roots vouch for it', async () => {
    const { ftp } = await loggedIn({ files, tls: { dataCertificate: 'other' } });
    await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
  });

  test.each(['expired', 'elsewhere', 'self-signed'] as const)(
    '%s on the data connection does not pass',
    async (dataCertificate) => {
      const { ftp } = await loggedIn({ files, tls: { dataCertificate } });
      const sink = intoMemory();
      expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE)))).toMatchObject({
        kind: 'security',
        reason: 'data-certificate-differs',
      });
      expect(sink.content()).toHaveLength(0);
      await ftp.noop();
    },
  );
});
