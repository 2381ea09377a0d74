import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

/** What an upload finds under its final name although the listing of the folder did not show it. */

const uploading = async (server: FakeServer, names: readonly string[]) => {
  const from = await scratchFolder();
  for (const name of names) await writeFile(join(from, name), 'new');
  const fixture = startQueue(server.sessions, { connections: 1 });
  fixture.queue.addUploads({ sessionId: 's1', from, to: '/', items: names.map((name) => item(name)) });
  return fixture;
};

test('a hidden file that the server leaves out of its listings is asked about', async () => {
  const server = new FakeServer();
  server.put('/.htaccess', 'old');
  server.entries = () => [];
  const { questions, quiet } = await uploading(server, ['.htaccess']);
  await quiet();
  expect(questions).toMatchObject([{ name: '.htaccess', target: { size: 3 } }]);
  expect(server.text('/.htaccess')).toBe('old');
});

test('a file that came after a listing of long ago is asked about', async () => {
  const server = new FakeServer();
  let later = 0;
  const real = performance.now.bind(performance);
  const now = vi.spyOn(performance, 'now').mockImplementation(() => real() + later);
  onTestFinished(() => now.mockRestore());
  server.trouble = (verb, path) => {
    if (verb === 'RENAMED' && path === '/a') {
      server.put('/b', 'of somebody else');
      later = 60_000;
    }
    return null;
  };
  const { questions, quiet } = await uploading(server, ['a', 'b']);
  await quiet();
  expect(questions).toMatchObject([{ name: 'b' }]);
  expect(server.text('/b')).toBe('of somebody else');
});
