import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ClientCertificate, TlsOptions } from '../../src/main/ftp/engine.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';
import { certificateFile } from './servers/certificate-files.ts';
import { availableServers } from './servers/every-server.ts';
import { startProftpd } from './servers/proftpd.ts';
import type { RealServer } from './servers/real-server.ts';

const trusting = (changes: Partial<TlsOptions>): TlsOptions => ({
  ...defaultConnectOptions().tls,
  ca: [readFileSync(certificateFile('root'), 'utf8')],
  ...changes,
});

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  const only = { minVersion: version, maxVersion: version };

  onEveryServer(
    'choices of a site about TLS',
    (server, known) => {
      it('data in the clear beside a protected login (PROT C)', async () => {
        const tls = trusting({ ...only, data: 'clear' });
        const connection = await connectTo(server(), { security: 'explicit', tls });
        const content = randomBytes(100_000);
        const path = joinPathname(connection.home, 'in the clear');
        await storeAll(connection, path, content);
        expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
        expect(connection.tlsProtocol).toBe(version);
      });

      it('commands in the clear behind a protected login (CCC), or protected as before', async () => {
        const notes: string[] = [];
        const learned = nothingLearned();
        const connection = await connectTo(server(), {
          security: 'explicit',
          tls: trusting({ ...only, clearControl: true }),
          learned,
          observer: { command: () => {}, reply: () => {}, note: (text) => notes.push(text) },
        });
        const content = randomBytes(100_000);
        const path = joinPathname(connection.home, 'behind CCC');
        await storeAll(connection, path, content);
        expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
        expect((await listAll(connection, connection.home)).entries.length).toBeGreaterThan(0);
        const cleared = notes.includes('the control connection goes on in the clear');
        expect({ cleared, learned: learned.clearControlFails }).toEqual({
          cleared: known.clears,
          learned: !known.clears,
        });
      });
    },
    { tls: version, which: (known) => known.tls },
  );
});

const { servers } = await availableServers();

describe.each(servers.filter(({ name }) => name === 'ProFTPD'))('$name asks who we are', () => {
  let server: RealServer | undefined;
  beforeAll(async () => {
    server = await startProftpd({ tls: 'any', clientCertificate: true });
  });
  afterAll(() => server?.stop());
  const running = (): RealServer => {
    if (!server) throw new Error('the server does not run');
    return server;
  };
  const pem: ClientCertificate = {
    kind: 'pem',
    certificate: readFileSync(certificateFile('other'), 'utf8'),
    key: readFileSync(certificateFile('other-key'), 'utf8'),
    passphrase: null,
  };
  const file = readFileSync(certificateFile('other').replace(/pem$/, 'p12'));
  const pkcs12: ClientCertificate = { kind: 'pkcs12', file, passphrase: 'harbour' };

  it.each([
    ['TLSv1.2', 'PEM', pem],
    ['TLSv1.3', 'PEM', pem],
    ['TLSv1.3', 'PKCS#12', pkcs12],
  ] as const)('%s: a certificate in %s is taken, on data connections too', async (version, _, clientCertificate) => {
    const tls = trusting({ minVersion: version, maxVersion: version, clientCertificate });
    const connection = await connectTo(running(), { security: 'explicit', tls });
    const content = randomBytes(50_000);
    const path = joinPathname(connection.home, 'signed');
    await storeAll(connection, path, content);
    expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
  });

  it('without one the fault says what is wanted', async () => {
    const tls = trusting({ minVersion: 'TLSv1.3' });
    await expect(connectTo(running(), { security: 'explicit', tls })).rejects.toMatchObject({
      fault: { kind: 'security', reason: 'client-certificate', stage: 'logging-in' },
    });
  });
});
