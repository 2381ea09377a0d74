import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, retrieveAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const CANCELLED = { fault: { kind: 'cancelled' } };

/** What a person does next: asks where he is, and fetches a file. */
const goOn = async (connection: UserFtp): Promise<void> => {
  expect(await connection.workingDirectory()).toBe(connection.home);
  expect((await retrieveAll(connection, joinPathname(connection.home, 'small.txt'))).toString()).toBe('small');
};

onEveryServer('ABOR behind the Telnet interrupt', (server) => {
  it('stops transfers both ways, again and again, and the session goes on', async () => {
    const { root } = server();
    await writeFile(join(root, 'endless.bin'), '');
    await truncate(join(root, 'endless.bin'), 256 * 1024 * 1024);
    await writeFile(join(root, 'small.txt'), 'small');
    const learned = nothingLearned();
    const said: string[] = [];
    const observer = { command: (line: string) => void said.push(line), reply: () => {}, note: () => {} };
    const connection = await connectTo(server(), { learned, observer });
    for (let round = 0; round < 3; round += 1) {
      const stop = new AbortController();
      const sink = { write: async () => stop.abort() };
      const options = { ...defaultTransferOptions(), signal: stop.signal };
      const path = joinPathname(connection.home, 'endless.bin');
      await expect(connection.retrieve(path, sink, options)).rejects.toMatchObject(CANCELLED);
      await goOn(connection);
    }
    const stop = new AbortController();
    let reads = 0;
    const source = {
      async read(into: Uint8Array) {
        reads += 1;
        if (reads === 3) stop.abort();
        return into.length;
      },
    };
    const options = { ...defaultTransferOptions(), signal: stop.signal };
    const path = joinPathname(connection.home, 'endless-up.bin');
    await expect(connection.store(path, source, options)).rejects.toMatchObject(CANCELLED);
    await goOn(connection);
    expect(said.filter((line) => line === 'ABOR').length).toBeGreaterThanOrEqual(3);
    expect(learned).toMatchObject({ interruptFails: false, pipeliningFails: false });
  }, 60_000);
});
