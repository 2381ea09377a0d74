import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';
import { certificateFile } from './servers/certificate-files.ts';

const TRANSFERS = 500;

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (version) => {
  onEveryServer(
    'what people complain of with FTP over TLS',
    (server, known) => {
      const connecting = async () => {
        const notes: string[] = [];
        const connection = await connectTo(server(), {
          security: 'explicit',
          tls: {
            ...defaultConnectOptions().tls,
            ca: [readFileSync(certificateFile('root'), 'utf8')],
            minVersion: version,
            maxVersion: version,
          },
          observer: { command: () => {}, reply: () => {}, note: (text) => notes.push(text) },
        });
        const resumed = (): number =>
          notes.filter((note) => note === `data connection: ${version}, session resumed`).length;
        const begunAnew = (): number => notes.filter((note) => note.includes('session not resumed')).length;
        return { connection, resumed, begunAnew };
      };

      // Few tickets come with the login (OpenSSL gives two): those of the data connections have to take their place.
      it(`session not resumed, 425 or 522: never in ${TRANSFERS} transfers on one login, long after its tickets are used up`, async () => {
        const { connection, resumed, begunAnew } = await connecting();
        const folder = joinPathname(connection.home, 'many');
        await connection.makeDirectory(folder);
        for (let count = 0; count < TRANSFERS; count += 2) {
          const content = randomBytes(100 + count);
          const path = joinPathname(folder, String(count));
          await storeAll(connection, path, content);
          expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
        }
        const all = version === 'TLSv1.2' || known.tickets ? TRANSFERS : 0;
        expect({ resumed: resumed(), begunAnew: begunAnew() }).toEqual({ resumed: all, begunAnew: TRANSFERS - all });
        expect(await readdir(join(server().root, 'many'))).toHaveLength(TRANSFERS / 2);
      });

      it('uploads of more than 40 kB are not cut off', async () => {
        const { connection } = await connecting();
        for (const length of [40_000, 40_001, 65_537, 1_000_000]) {
          const content = randomBytes(length);
          const path = joinPathname(connection.home, `up-${length}`);
          expect(await storeAll(connection, path, content)).toBe(length);
          expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
        }
      });

      it('TLS not properly terminated: downloads, listings and uploads end in close_notify both ways, at once', async () => {
        const { connection } = await connecting();
        const folder = join(server().root, 'ends');
        await mkdir(folder);
        await writeFile(join(folder, 'empty'), '');
        await writeFile(join(folder, 'one'), 'x');
        const begun = performance.now();
        const path = joinPathname(connection.home, 'ends');
        for (let turn = 0; turn < 5; turn += 1) {
          expect((await retrieveAll(connection, joinPathname(path, 'empty'))).length).toBe(0);
          expect((await retrieveAll(connection, joinPathname(path, 'one'))).toString()).toBe('x');
          expect((await listAll(connection, path)).entries.length).toBeGreaterThanOrEqual(2);
          await storeAll(connection, joinPathname(connection.home, `end-${turn}`), new Uint8Array(turn));
        }
        // A bound that was waited out each time, ours or the server's, would be a second at least for each of twenty.
        expect(performance.now() - begun).toBeLessThan(10_000);
      });
    },
    { tls: version, which: (known) => known.tls },
  );
});
