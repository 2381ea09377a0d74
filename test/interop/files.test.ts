import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

onEveryServer('files and directories', (server, known) => {
  it('makes, renames and removes', async () => {
    const connection = await connectTo(server());
    const at = (name: string): string => joinPathname(connection.home, name);
    await connection.makeDirectory(at('neu "1" 目'));
    await storeAll(connection, at('neu "1" 目/a b'), Buffer.from('abc'));
    expect(await connection.changeDirectory(at('neu "1" 目'))).toBe(at('neu "1" 目'));
    await connection.changeDirectory(connection.home);
    await connection.rename(at('neu "1" 目/a b'), at('-c'));
    expect((await readFile(join(server().root, '-c'))).toString()).toBe('abc');
    await connection.delete(at('-c'));
    await connection.removeDirectory(at('neu "1" 目'));
    expect(await readdir(server().root)).toEqual([]);
    await expect(connection.delete(at('-c'))).rejects.toMatchObject({
      fault: { kind: 'reply', command: 'DELE', code: 550 },
    });
  });

  it('changes permissions and times', async () => {
    const connection = await connectTo(server());
    const path = joinPathname(connection.home, 'dated');
    await storeAll(connection, path, Buffer.from('abc'));
    await connection.changeMode(path, 0o640);
    const modified = Date.UTC(2019, 1, 28, 23, 59, 58);
    expect(await connection.setModified(path, modified)).toBe(known.setsTimes);
    const facts = await stat(join(server().root, 'dated'));
    expect(facts.mode & 0o777).toBe(0o640);
    if (known.setsTimes) expect(facts.mtimeMs).toBe(modified);
    expect(await connection.modified(path)).toBe(Math.floor(facts.mtimeMs / 1000) * 1000);
    await connection.delete(path);
  });
});
