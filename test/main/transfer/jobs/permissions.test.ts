import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer } from '../fake-server.ts';
import { answering, item, startQueue } from '../queue-fixture.ts';

const UMASK = process.umask();

const put = (server: FakeServer, path: string, permissions: string): void => {
  server.put(path, 'content');
  Object.assign(server.files.get(path) ?? {}, { permissions });
};

const changes = ({ commands }: FakeServer): readonly string[] => commands.filter((line) => line.startsWith('CHMOD'));

describe('a new file here', () => {
  const received = async (permissions: string): Promise<number> => {
    const server = new FakeServer();
    server.folders.add('/d');
    put(server, '/d/a', permissions);
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('d', 'directory')] });
    await quiet();
    return (await stat(join(folder, 'd', 'a'))).mode & 0o7777;
  };

  test('may be run where its owner there may, by whomever the umask lets', async () => {
    expect(await received('rwxr-x---')).toBe(0o777 & ~UMASK);
  });

  test('takes nothing along that sets a user or group', async () => {
    expect(await received('rwsr-sr-t')).toBe(0o777 & ~UMASK);
  });

  test.each(['rw-rw-rw-', 'rw-r-xr-x', 'r--------', 'nonsense'])('may not be run: %s', async (permissions) => {
    expect(await received(permissions)).toBe(0o666 & ~UMASK);
  });

  test('that was chosen by itself may be run as well', async () => {
    const server = new FakeServer();
    server.put('/a', 'content');
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    const items = [{ ...item('a'), permissions: 'rwxr-xr-x' }];
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await quiet();
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o777 & ~UMASK);
  });

  test('in the place of an old one has the permissions of that', async () => {
    const server = new FakeServer();
    server.put('/a', 'content');
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'old');
    await chmod(join(folder, 'a'), 0o640);
    const { queue, quiet } = startQueue(server.sessions, { answer: answering('overwrite') });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [{ ...item('a'), permissions: 'rwxr-xr-x' }] });
    await quiet();
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o640);
  });
});

describe('a new file there', () => {
  const sent = async (mode: number, old: string | null = null): Promise<readonly string[]> => {
    const server = new FakeServer();
    if (old !== null) put(server, '/a', old);
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'from here');
    await chmod(join(folder, 'a'), mode);
    const { queue, rows, quiet } = startQueue(server.sessions, { answer: answering('overwrite') });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    return changes(server);
  };

  test('that may be run here has the permissions it has here', async () => {
    expect(await sent(0o4751)).toEqual(['CHMOD 751 /.a.longshore-part']);
  });

  test('of any other the server decides: one that only its owner reads here may be a web page there', async () => {
    expect(await sent(0o600)).toEqual([]);
  });

  test('in the place of an old one has the permissions of that', async () => {
    expect(await sent(0o755, 'rw-r-----')).toEqual(['CHMOD 640 /.a.longshore-part']);
  });

  test('from another server too', async () => {
    const [source, target] = [new FakeServer(), new FakeServer('s2')];
    source.folders.add('/d');
    put(source, '/d/a', 'rwxr-x--x');
    put(source, '/d/b', 'rw-------');
    const sessions = { get: (id: string) => source.sessions.get(id) ?? target.sessions.get(id) };
    const { queue, quiet } = startQueue(sessions);
    queue.addBetween({ fromSession: 's1', from: '/', toSession: 's2', to: '/', items: [item('d', 'directory')] });
    await quiet();
    expect(changes(target)).toEqual(['CHMOD 751 /d/.a.longshore-part']);
  });
});
