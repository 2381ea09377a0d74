import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';
import { certificateFile } from './servers/certificate-files.ts';

const TRANSFERS = 20;

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  onEveryServer(
    'explicit TLS',
    (server) => {
      const tls = {
        ...defaultConnectOptions().tls,
        ca: [readFileSync(certificateFile('root'), 'utf8')],
        minVersion: version,
        maxVersion: version,
        decide: async () => false,
      };

      it.each(['passive', 'active'] as const)('resumes on every %s data connection', async (dataConnection) => {
        const connection = await connectTo(server(), { security: 'explicit', dataConnection, tls });
        expect(connection.tlsProtocol).toBe(version);
        const content = randomBytes(200_000);
        for (let count = 0; count < TRANSFERS; count += 2) {
          const path = joinPathname(connection.home, `${count}`);
          await storeAll(connection, path, content);
          expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
        }
        const { entries } = await listAll(connection, connection.home);
        expect(entries.filter(({ size }) => size === content.length)).toHaveLength(TRANSFERS / 2);
      });

      it('refuses a certificate that no root vouches for', async () => {
        const strict = { ...tls, ca: [] };
        await expect(connectTo(server(), { security: 'explicit', tls: strict })).rejects.toMatchObject({
          fault: { kind: 'security', reason: 'certificate-refused' },
        });
      });
    },
    { tls: version, which: (known) => known.tls },
  );
});
