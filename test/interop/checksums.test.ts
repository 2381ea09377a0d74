import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import { connectTo, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const CONTENT = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 31 + (at >> 8)) & 0xff));

const ours = (algorithm: ChecksumAlgorithm, content: Buffer): string =>
  algorithm === 'CRC32'
    ? crc32(content).toString(16).padStart(8, '0')
    : createHash(algorithm.replace('-', '').toLowerCase()).update(content).digest('hex');

/** As the server would be if it offered only this command. */
const offering = (connection: UserFtp, verb: string): void => {
  const { features } = connection;
  if (!(features instanceof Map)) throw new Error('features that cannot be taken away');
  for (const name of ['HASH', 'XSHA512', 'XSHA256', 'XSHA1', 'XSHA', 'XMD5', 'MD5', 'XCRC'])
    if (name !== verb) features.delete(name);
};

onEveryServer(
  'checksums',
  (server, { name }) => {
    it.each(CHECKSUM_ALGORITHMS)('%s of a whole file by HASH', async (algorithm) => {
      const connection = await connectTo(server());
      await storeAll(connection, `${connection.home}/of a name with spaces`, CONTENT);
      offering(connection, 'HASH');
      const options = { algorithm, range: null, signal: null };
      expect(connection.checksums).toContain(algorithm);
      expect(await connection.checksum(`${connection.home}/of a name with spaces`, options)).toBe(
        ours(algorithm, CONTENT),
      );
    });

    it.each([
      ['XSHA256', 'SHA-256'],
      ['XSHA512', 'SHA-512'],
      ['XSHA1', 'SHA-1'],
      ['XMD5', 'MD5'],
      ['XCRC', 'CRC32'],
    ] as const)('%s of a whole file and of a part', async (verb, algorithm) => {
      const connection = await connectTo(server());
      const path = `${connection.home}/a b`;
      await storeAll(connection, path, CONTENT);
      offering(connection, verb);
      expect(await connection.checksum(path, { algorithm, range: null, signal: null })).toBe(ours(algorithm, CONTENT));
      const range = { from: 1_000, to: 66_536 };
      const part = ours(algorithm, CONTENT.subarray(1_000, 66_536));
      expect(await connection.checksum(path, { algorithm, range, signal: null })).toBe(part);
    });

    it(`of what ${name} does not have is none`, async () => {
      const connection = await connectTo(server());
      const options = { algorithm: 'SHA-256', range: null, signal: null } as const;
      expect(await connection.checksum(`${connection.home}/none`, options)).toBeNull();
    });
  },
  { checksums: true, which: (known) => known.checksums },
);
