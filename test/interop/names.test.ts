import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSessionNames } from '../../src/main/session/names/session-names.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

/** Names as the same folder has them after years of different clients; the third holds the byte of a backslash. */
const MIXED = [
  { bytes: Buffer.from('caf\u00E9.txt', 'latin1'), encoding: 'windows-1252', text: 'café.txt' },
  { bytes: Buffer.from('834583588367', 'hex'), encoding: 'shift_jis', text: 'ウスト' },
  { bytes: Buffer.from('835c815b8367', 'hex'), encoding: 'shift_jis', text: 'ソート' },
  { bytes: Buffer.from('na\u00EFve.txt', 'utf8'), encoding: 'utf-8', text: 'naïve.txt' },
];

// pyftpdlib itself puts U+FFFD for what is not UTF-8, so that nobody can ask for such a file.
onEveryServer(
  'names of several encodings in one folder',
  (server, known) => {
    it('are listed, fetched, renamed and deleted by the bytes they came with', async () => {
      const folder = Buffer.from(join(server().root, 'mixed'));
      const pathOf = (name: Buffer): Buffer => Buffer.concat([folder, Buffer.from('/'), name]);
      // Pure-FTPd answers 553 to whatever holds a backslash, which is the second byte of the third name.
      const mixed = MIXED.filter(({ bytes }) => known.name !== 'Pure-FTPd' || !bytes.includes(0x5c));
      const connection = await connectTo(server());
      const directory = joinPathname(connection.home, 'mixed');
      await connection.makeDirectory(directory);
      for (const { bytes, text } of mixed) await writeFile(pathOf(bytes), text);
      const { entries } = await listAll(connection, directory);
      expect(entries).toHaveLength(mixed.length);
      const names = createSessionNames('auto', null);
      for (const { bytes, encoding, text } of mixed) {
        await names.choose(encoding);
        const entry = entries.find(({ name }) => names.read(name) === text);
        expect(entry, text).toBeDefined();
        const path = joinPathname(directory, entry?.name ?? '');
        expect((await retrieveAll(connection, path)).toString()).toBe(text);

        // Another encoding chosen meanwhile changes nothing about what is asked for.
        await names.choose('koi8-r');
        const renamed = joinPathname(directory, `${entry?.name ?? ''}-2`);
        await connection.rename(path, renamed);
        const onDisk = await readdir(folder, { encoding: 'buffer' });
        expect(onDisk.map((name) => name.toString('hex'))).toContain(
          Buffer.concat([bytes, Buffer.from('-2')]).toString('hex'),
        );
        await connection.delete(renamed);
      }
      expect(await readdir(folder)).toEqual([]);
    });
  },
  { which: ({ name }) => name !== 'pyftpdlib' },
);
