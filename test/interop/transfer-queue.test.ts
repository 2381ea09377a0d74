import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TransferView } from '#shared/model/transfer.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions } from '../../src/main/ftp/engine.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { plantTree, treeOf } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { connectTo } from './connecting.ts';
import { onEveryServer } from './scenario.ts';
import { certificateFile } from './servers/certificate-files.ts';
import type { RealServer } from './servers/real-server.ts';

const namesOnly = (tree: Record<string, string | null>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(tree).map(([name, facts]) => [name, facts?.split(' ')[0] ?? null]));

const unfinished = (rows: readonly TransferView[]) =>
  rows.filter((row) => row.state !== 'done').map(({ name, state, fault }) => ({ name, state, fault }));

/** Sends a tree, brings it back, and answers what both ends of the way hold. */
const thereAndBack = async (server: RealServer, name: string, options: Partial<ConnectOptions>) => {
  const here = await scratchFolder();
  const back = await scratchFolder();
  await mkdir(join(here, name));
  await plantTree(join(here, name), 40);
  const { home } = await connectTo(server, options);
  const { queue, rows, quiet } = startQueue(engineSessions(server, options).sessions);
  await queue.addDropped({ sessionId: 's1', paths: [join(here, name)], to: home });
  await quiet();
  expect(unfinished(rows())).toEqual([]);
  queue.addDownloads({ sessionId: 's1', from: home, to: back, items: [item(name, 'directory')] });
  await quiet();
  expect(unfinished(rows())).toEqual([]);
  return { sent: await treeOf(here), received: await treeOf(back) };
};

onEveryServer('a tree goes up and comes down', (server, known) => {
  it.each(['passive', 'active'] as const)('in %s mode', async (dataConnection) => {
    const options = { dataConnection };
    const { sent, received } = await thereAndBack(server(), `${dataConnection} tree`, options);
    expect(namesOnly(received)).toEqual(namesOnly(sent));
    if (known.setsTimes) expect(received).toEqual(sent);
  });
});

onEveryServer(
  'a tree goes up and comes down under TLS',
  (server) => {
    it('with its times', async () => {
      const tls = {
        ...defaultConnectOptions().tls,
        ca: [readFileSync(certificateFile('root'), 'utf8')],
        minVersion: 'TLSv1.2',
        maxVersion: 'TLSv1.3',
        decide: async () => false,
      } as const;
      const { sent, received } = await thereAndBack(server(), 'tree', { security: 'explicit', tls });
      expect(received).toEqual(sent);
    });
  },
  { tls: 'any', which: (known) => known.tls },
);
