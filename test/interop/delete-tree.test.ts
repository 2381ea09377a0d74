import { lchown, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { joinPathname } from '#shared/ftp/pathname.ts';
import { connectUserFtp } from '../../src/main/ftp/user-ftp.ts';
import { deleteTree } from '../../src/main/session/delete-tree.ts';
import { createSession, type Session } from '../../src/main/session/session.ts';
import { fakeServices, SETTINGS } from '../main/session/fake-services.ts';
import { onEveryServer } from './scenario.ts';
import type { RealServer } from './servers/real-server.ts';

let open: Session | null = null;
afterEach(() => open?.close());

const sessionOn = ({ host, port, user, password }: RealServer): Session => {
  const settings = { ...SETTINGS, host, port, user, security: 'none' } as const;
  open = createSession(fakeServices(connectUserFtp), { sessionId: 's', title: '', settings, password, siteId: null });
  return open;
};

/** A directory with files, an empty directory, a deep one, and links to a file and a directory outside of it. */
const plant = async (root: string): Promise<void> => {
  const doomed = join(root, 'doomed');
  const precious = join(root, 'precious');
  for (const folder of [precious, join(doomed, 'empty'), join(doomed, 'ä b', '目', 'deep')]) {
    await mkdir(folder, { recursive: true });
  }
  for (const file of [join(precious, 'kept'), join(doomed, '-rf'), join(doomed, 'ä b', '目', 'deep', 'x')]) {
    await writeFile(file, 'x');
  }
  await symlink('../precious', join(doomed, 'link to a directory'));
  await symlink('../precious/kept', join(doomed, 'link to a file'));
  const { uid, gid } = await stat(root);
  for (const entry of await readdir(root, { recursive: true })) await lchown(join(root, entry), uid, gid);
};

onEveryServer('deleting a directory', (server, known) => {
  it('takes everything in it away and nothing its links point to', async () => {
    const { root } = server();
    await plant(root);
    const session = sessionOn(server());
    const { home } = await session.browser();
    const outcome = await deleteTree(session, [{ path: joinPathname(home, 'doomed'), directory: true }]);
    // inetutils-ftpd calls rmdir for whatever leads to a directory, so nobody can delete such a link there.
    const stuck = known.name === 'inetutils' ? [joinPathname(home, 'doomed/link to a directory')] : [];
    expect(outcome.failures.map(({ path }) => path)).toEqual(stuck);
    expect(await readdir(root)).toEqual(stuck.length > 0 ? ['doomed', 'precious'] : ['precious']);
    expect(await readdir(join(root, 'precious'))).toEqual(['kept']);
  });
});
