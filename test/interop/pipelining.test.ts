import { expect, it } from 'vitest';
import { type LearnedFacts, nothingLearned } from '#shared/model/learned-fact.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const FILES = 24;
const nameOf = (number: number): string => `small-${number}.bin`;
/** Of different lengths and contents, some empty, some larger than a socket's buffer. */
const contentOf = (number: number): Buffer => Buffer.alloc(number % 5 === 0 ? 0 : number * 9_001, number);
const numbers = Array.from({ length: FILES }, (_, number) => number);

/** pyftpdlib takes commands during a transfer at once, and drops the transfer for the next port. */
const keepsCommands = (name: string): boolean => name !== 'pyftpdlib';

onEveryServer('many small files side by side over one connection', (server, known) => {
  const learned: LearnedFacts = nothingLearned();

  it.each(['passive', 'active'] as const)('arrive as they are, both ways (%s)', async (dataConnection) => {
    const connection = await connectTo(server(), { dataConnection, learned, expects: 'listing' });
    const path = (number: number): string => joinPathname(connection.home, nameOf(number));
    await Promise.all(numbers.map((number) => storeAll(connection, path(number), contentOf(number))));
    const { entries } = await listAll(connection, connection.home);
    expect(entries.map(({ name, size }) => [name, size]).sort()).toEqual(
      numbers.map((number) => [nameOf(number), contentOf(number).length]).sort(),
    );
    const came = await Promise.all(numbers.map((number) => retrieveAll(connection, path(number))));
    for (const number of numbers) expect(came[number]?.equals(contentOf(number))).toBe(true);
    await Promise.all(numbers.map((number) => connection.delete(path(number))));
    expect((await listAll(connection, connection.home)).entries).toEqual([]);
  });

  it('show whether the server keeps what comes along with a transfer, without harm', () => {
    expect(learned).toMatchObject({
      answersInOrder: keepsCommands(known.name),
      onlyBetweenTransfers: !keepsCommands(known.name),
      pipeliningFails: false,
    });
  });

  it('a file that is not there leaves the others right', async () => {
    const connection = await connectTo(server(), { learned });
    const path = joinPathname(connection.home, 'there');
    await storeAll(connection, path, Buffer.from('here'));
    const [first, missing, last] = await Promise.allSettled([
      retrieveAll(connection, path),
      retrieveAll(connection, `${path}-not`),
      retrieveAll(connection, path),
    ]);
    expect([first, last]).toEqual([first, last].map(() => ({ status: 'fulfilled', value: Buffer.from('here') })));
    expect(missing).toMatchObject({ reason: { fault: { kind: 'reply', command: 'RETR', code: 550 } } });
    await connection.delete(path);
  });
});
