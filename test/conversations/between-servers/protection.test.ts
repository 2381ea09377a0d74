import { describe, expect, test } from 'vitest';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { faultOf } from '../conversation.ts';
import { content, copy, copying, expectUsable, neighbours, type Side, saidTo } from './pair.ts';

/** A server with TLS whose FEAT has these of the two ways to turn TLS's roles round. */
const knowing = (...features: readonly ('SSCN' | 'CPSV')[]): ServerScript => ({
  tls: {},
  features: ['AUTH TLS', 'PBSZ', 'PROT', ...features],
});

const expectEncrypted = async (
  { from, to }: { readonly from: Side; readonly to: Side },
  path = '/b',
): Promise<void> => {
  expect((await to.server.content(path)).equals(content)).toBe(true);
  for (const { server } of [from, to]) expect(server.data.at(-1)?.tls).not.toBeNull();
};

const PORT = 'PORT 127,0,0,1,p';

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  test('SSCN makes the target the client of TLS, and is taken back before the next transfer of its own', async () => {
    const both = await neighbours({ tls: { version } }, { tls: { version } });
    const { from, to } = both;
    await copy(both);
    expect(saidTo(from)).toEqual(['TYPE I', PORT, 'RETR /a']);
    expect(saidTo(to)).toEqual(['TYPE I', 'SSCN ON', 'PASV', 'STOR /b']);
    await expectEncrypted(both);
    await from.ftp.copyTo('/a', to.ftp, '/c', copying());
    expect(saidTo(to)).toEqual(['PASV', 'STOR /c']);
    await expectEncrypted(both, '/c');
    await expectUsable(to, '/b');
    expect(saidTo(to)).toEqual(['PWD', 'SSCN OFF', 'EPSV', 'RETR /b']);
    expect(to.server.data.at(-1)?.tls).toMatchObject({ protocol: version });
    await expectUsable(from, '/a');
    expect(saidTo(from).filter((line) => line.startsWith('SSCN'))).toEqual([]);
  });

  test('CPSV, which leaves nothing to take back', async () => {
    const both = await neighbours({ ...knowing('CPSV'), tls: { version } }, { ...knowing('CPSV'), tls: { version } });
    const { from, to } = both;
    await copy(both);
    expect(saidTo(from)).toEqual(['TYPE I', PORT, 'RETR /a']);
    expect(saidTo(to)).toEqual(['TYPE I', 'CPSV', 'STOR /b']);
    await expectEncrypted(both);
    await expectUsable(to, '/b');
    expect(saidTo(to)).toEqual(['PWD', 'EPSV', 'RETR /b']);
    await expectUsable(from, '/a');
  });
});

describe('only one of the two can be the client', () => {
  test('the source, by SSCN', async () => {
    const both = await neighbours(knowing('SSCN'), knowing());
    await copy(both);
    expect(saidTo(both.from)).toEqual(['TYPE I', 'SSCN ON', PORT, 'RETR /a']);
    expect(saidTo(both.to)).toEqual(['TYPE I', 'PASV', 'STOR /b']);
    await expectEncrypted(both);
    await expectUsable(both.from, '/a');
    expect(saidTo(both.from)).toEqual(['PWD', 'SSCN OFF', 'EPSV', 'RETR /a']);
  });

  test('the source, by CPSV: then it listens', async () => {
    const both = await neighbours(knowing('CPSV'), knowing());
    await copy(both);
    expect(saidTo(both.from)).toEqual(['TYPE I', 'CPSV', 'RETR /a']);
    expect(saidTo(both.to)).toEqual(['TYPE I', PORT, 'STOR /b']);
    await expectEncrypted(both);
  });

  test('SSCN that FEAT has and the server refuses: CPSV in its place', async () => {
    const both = await neighbours({ tls: {} }, { tls: {}, replies: { SSCN: '502 no' } });
    await copy(both);
    expect(saidTo(both.to)).toEqual(['TYPE I', 'SSCN ON', 'CPSV', 'STOR /b']);
    await expectEncrypted(both);
  });
});

describe('the two cannot encrypt it between them', () => {
  const pairs: readonly (readonly [string, ServerScript, ServerScript])[] = [
    ['neither knows SSCN or CPSV', knowing(), knowing()],
    ['only the login of the source is encrypted', { tls: {} }, {}],
    ['only the login of the target is encrypted', {}, { tls: {} }],
  ];

  test.each(pairs)('%s: refused, and nothing is sent', async (_, source, target) => {
    const both = await neighbours(source, { files: { c: 'c' }, ...target });
    expect(await faultOf(copy(both))).toMatchObject({
      kind: 'between-servers',
      stage: 'preparing',
      reason: 'not-encrypted',
      side: 'both',
    });
    expect([saidTo(both.from), saidTo(both.to)]).toEqual([[], []]);
    await expectUsable(both.from, '/a');
    await expectUsable(both.to, '/c');
  });

  test.each(pairs)('%s: in the clear where that is allowed, and back to private', async (_, source, target) => {
    const both = await neighbours(source, target);
    await copy(both, { allowClear: true });
    expect((await both.to.server.content('/b')).equals(content)).toBe(true);
    for (const [side, path] of [
      [both.from, '/a'],
      [both.to, '/b'],
    ] as const) {
      const secured = side.ftp.tlsProtocol !== null;
      expect(side.server.data.map(({ tls }) => tls)).toEqual([null]);
      expect(saidTo(side).includes('PROT C')).toBe(secured);
      await expectUsable(side, path);
      expect(saidTo(side).includes('PROT P')).toBe(secured);
      expect(side.server.data.at(-1)?.tls !== null).toBe(secured);
    }
  });

  const strict: ServerScript = { tls: { requireResumption: '522' } };

  test('the handshake fails whoever is the client: refused, and both are usable', async () => {
    const both = await neighbours(strict, { ...strict, files: { c: 'c' } });
    expect(await faultOf(copy(both))).toMatchObject({
      kind: 'between-servers',
      reason: 'encryption-failed',
      side: 'both',
    });
    expect([...saidTo(both.from), ...saidTo(both.to)]).not.toContain('PROT C');
    await expectUsable(both.from, '/a');
    await expectUsable(both.to, '/c');
  });

  test('the same, and in the clear where that is allowed', async () => {
    const both = await neighbours(strict, strict);
    await copy(both, { allowClear: true });
    expect(both.to.server.data.at(-1)?.tls).toBeNull();
    expect((await both.to.server.content('/b')).equals(content)).toBe(true);
  });
});
