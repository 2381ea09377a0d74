import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import {
  type Conversation,
  converse,
  faultOf,
  fromMemory,
  intoMemory,
  loggedIn,
  transferOptions,
} from './conversation.ts';

const files = { a: 'hello', b: 'other' };

const contentOf = async (ftp: Awaited<ReturnType<Conversation['connect']>>, path: string): Promise<string> => {
  const sink = intoMemory();
  await ftp.retrieve(path, sink, transferOptions(IMAGE));
  return sink.content().toString();
};

describe('a 227 that names another host', () => {
  test.each(['0.0.0.0', '127.0.0.2', '10.0.0.1', '169.254.169.254', '255.255.255.255'])(
    '%s: nothing goes there',
    async (host) => {
      const { ftp, notes } = await loggedIn({ files, replies: { EPSV: '500 no' }, passive: { PASV: { host } } });
      expect(await contentOf(ftp, '/a')).toBe('hello');
      expect(notes).toContain(`the server announced ${host}; 127.0.0.1 is used instead`);
    },
  );
});

describe('replies in excess', () => {
  test('a second preliminary reply is one too many and changes nothing', async () => {
    const { ftp } = await loggedIn({ files, data: { RETR: [{ preliminary: '150 one\r\n125 two\r\n' }] } });
    expect(await contentOf(ftp, '/a')).toBe('hello');
    expect(await contentOf(ftp, '/b')).toBe('other');
  });

  test('a reply that comes after its time finds nobody', async () => {
    const late = Promise.withResolvers<void>();
    const script = { files, replies: { 'DELE /a': { until: late.promise } } };
    const { ftp } = await loggedIn(script, { timeouts: { connect: 5_000, reply: 300, data: 5_000 } });
    expect(await faultOf(ftp.delete('/a'))).toMatchObject({ kind: 'control-connection', cause: 'timeout' });
    late.resolve();
    expect(await faultOf(ftp.delete('/b'))).toMatchObject({ kind: 'control-connection' });
    expect(ftp.closed).toBe(true);
  });

  test.each([
    ['preliminary replies', { endless: 'replies' }],
    ['empty lines', { say: Buffer.from('\r\n'.repeat(200_000)) }],
  ] as const)('%s without end are given up', async (_, answer) => {
    const { ftp } = await loggedIn({ files, replies: { NOOP: answer } });
    expect(await faultOf(ftp.noop())).toMatchObject({ kind: 'protocol', reason: 'reply-too-long' });
    expect(ftp.closed).toBe(true);
  });
});

describe('names', () => {
  test('of the byte that begins Telnet commands go there and back', async () => {
    const { ftp, server } = await loggedIn({});
    const name = '/\udcff\udcf4\udcff';
    await ftp.store(name, fromMemory(Buffer.from('x')), transferOptions(IMAGE));
    const found: string[] = [];
    const onEntries = (entries: readonly { readonly name: string }[]): void => {
      for (const entry of entries) found.push(entry.name);
    };
    await ftp.list('/', { signal: null, onEntries });
    expect(found).toEqual([name.slice(1)]);
    expect(await contentOf(ftp, name)).toBe('x');
    await ftp.rename(name, '/\udcff');
    await ftp.delete('/\udcff');
    expect(server.connections).toHaveLength(1);
  });

  test('with half a character are sent by no command', async () => {
    const { ftp, said } = await loggedIn({ files });
    const evil = '/\ud800';
    const listing = { signal: null, onEntries: () => {} };
    const faults = [
      ftp.delete(evil),
      ftp.makeDirectory(evil),
      ftp.removeDirectory(evil),
      ftp.rename(evil, '/c'),
      ftp.changeDirectory(evil),
      ftp.list(evil, listing),
      ftp.size(evil),
      ftp.modified(evil),
      ftp.changeMode(evil, 0o644),
      ftp.retrieve(evil, intoMemory(), transferOptions(IMAGE)),
      ftp.store(evil, fromMemory(Buffer.from('x')), transferOptions(IMAGE)),
    ].map(faultOf);
    for (const fault of faults) expect(await fault).toMatchObject({ kind: 'refused-here', reason: 'bad-input' });
    await ftp.noop();
    expect(said().join('\n')).not.toMatch(/DELE|MKD|RMD|RNFR|RNTO|RETR|STOR|SIZE \/|CHMOD/);
  });
});

test.each([
  ['user', { user: 'tester\r\nDELE a' }],
  ['password', { password: 'x\r\nDELE a' }],
  ['password', { password: 'x\0' }],
  ['account', { account: 'x\nDELE a' }],
])('a line end in the %s is not sent, and not told', async (_, change) => {
  const script = { users: { tester: { password: 'tester-pw', account: 'x' } } };
  const { connect, server } = await converse(script, change);
  const fault = await faultOf(connect());
  expect(fault).toMatchObject({ kind: 'refused-here', reason: 'unsafe-argument', stage: 'logging-in' });
  expect(JSON.stringify(fault)).not.toContain('DELE');
  expect(server.commands.join('\n')).not.toContain('DELE');
});

test('a certificate accepted for one connection opens no other', async () => {
  const { options, connect } = await converse({ files, tls: { certificate: 'self-signed' } });
  let asked = 0;
  const answering = (answer: boolean) => ({
    ...options.tls,
    decide: async () => {
      asked += 1;
      return answer;
    },
  });
  Object.assign(options, { tls: answering(true) });
  expect(await contentOf(await connect(), '/a')).toBe('hello');
  Object.assign(options, { tls: answering(false) });
  expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'certificate-refused' });
  expect(asked).toBe(2);
});
