import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ClientCertificate } from '../../src/main/ftp/engine.ts';
import type { TlsScript } from '../server-ftp/script.ts';
import { certificateOf } from '../server-ftp/secure-contexts.ts';
import { converse, faultOf, intoMemory, sampleBytes, transferOptions } from './conversation.ts';

/** A server that asks who we are (RFC 8446 4.4.2), and TLS of the versions that a server may be left with. */

const content = sampleBytes(50_000);
const files = { a: content };
const key = readFileSync(new URL('../server-ftp/certificate/other-key.pem', import.meta.url), 'utf8');
const OURS: ClientCertificate = { kind: 'pem', certificate: certificateOf('other'), key, passphrase: null };

const meeting = async (tls: TlsScript, changes: Partial<ReturnType<typeof defaultConnectOptions>['tls']>) => {
  const conversation = await converse({ files, tls });
  const ca = [conversation.server.ca];
  Object.assign(conversation.options, { tls: { ...defaultConnectOptions().tls, ca, ...changes } });
  return conversation;
};

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  test('our certificate is shown where it is asked for, and data connections resume all the same', async () => {
    const tls = { version, clientCertificate: 'required', requireResumption: '522' } as const;
    const { connect, server } = await meeting(tls, { clientCertificate: OURS });
    const ftp = await connect();
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
    expect(server.connections[0]?.clientCertificate).toMatch(/^CN=/);
  });

  test('without one the login does not come about, and nothing secret was sent', async () => {
    const { connect, server } = await meeting({ version, clientCertificate: 'required' }, {});
    expect((await faultOf(connect())).stage).toBe('logging-in');
    expect(server.commands.filter((line) => line.startsWith('PASS'))).toEqual([]);
  });
});

describe.each(['TLSv1', 'TLSv1.1'] as const)('a server that knows no better than %s', (version) => {
  test('is met by a site that allows it', async () => {
    const { connect } = await meeting({ version, requireResumption: '522' }, { minVersion: version });
    const ftp = await connect();
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(ftp.tlsProtocol).toBe(version);
    expect(sink.content().equals(content)).toBe(true);
  });

  test('is not met by one that says nothing', async () => {
    const { connect, server } = await meeting({ version }, {});
    expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'tls-handshake' });
    expect(server.commands).toEqual(['AUTH TLS']);
  });
});

test.each([
  ['TLSv1.3', 'TLSv1.2'],
  ['TLSv1.2', 'TLSv1.3'],
] as const)('a site for %s alone does not meet a server of %s', async (wanted, version) => {
  const { connect } = await meeting({ version }, { minVersion: wanted, maxVersion: wanted });
  expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'tls-handshake' });
});
