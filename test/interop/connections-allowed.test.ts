import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connectUserFtp } from '../../src/main/ftp/user-ftp.ts';
import { createSession } from '../../src/main/session/session.ts';
import { settingsOf } from '../fixtures/sessions.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { fakeServices } from '../main/session/fake-services.ts';
import { bytes } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { onEveryServer } from './scenario.ts';

const ALLOWED = 2;
const NAMES = Array.from({ length: 10 }, (_, index) => `file ${index}.bin`);
const CONTENT = bytes(3_000_000);
/** What each says to the connection that is one too many. */
const REFUSES: Readonly<Record<string, string>> = {
  'the test server': '421 ',
  vsftpd: '421 There are too many connections',
  ProFTPD: '530 ',
  'Pure-FTPd': '421 ',
};

onEveryServer(
  'a server that allows two connections, given a queue for ten',
  (server, known) => {
    it('has no failed file either way, and the limit is learned with the reply that showed it', async () => {
      const { host, port, user, password } = server();
      const services = fakeServices(connectUserFtp);
      const settings = settingsOf({ host, port, user, security: 'none' });
      const session = createSession(services, { sessionId: 's1', title: 'server', settings, password, siteId: null });
      onTestFinished(() => session.close());
      const { home } = await session.browser();
      const [sent, back] = [await scratchFolder(), await scratchFolder()];
      await mkdir(join(sent, 'ten'));
      for (const name of NAMES) await writeFile(join(sent, 'ten', name), CONTENT);

      const { queue, rows, quiet } = startQueue({ get: () => session }, { connections: 10 });
      await queue.addDropped({ sessionId: 's1', paths: [join(sent, 'ten')], to: home });
      await quiet();
      queue.addDownloads({ sessionId: 's1', from: home, to: back, items: [item('ten', 'directory')] });
      await quiet();

      expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
      expect((await readdir(join(back, 'ten'))).toSorted()).toEqual(NAMES);
      for (const name of NAMES) expect((await readFile(join(back, 'ten', name))).equals(CONTENT)).toBe(true);
      const learned = services.learnedServers.recall(host, port).find(({ fact }) => fact === 'mostConnections');
      expect(learned?.value).toBe(ALLOWED);
      expect(learned?.evidence.join('\n')).toContain(REFUSES[known.name]);
    });
  },
  { mostConnections: ALLOWED, which: ({ name }) => name in REFUSES },
);
