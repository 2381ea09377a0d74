import { afterEach, describe, expect, it } from 'vitest';
import { RawClient, readAll } from './raw-client.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from './server-ftp.ts';

const leftovers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const leftover of leftovers.splice(0).reverse()) await leftover();
});

const connected = async (server: ServerFtp): Promise<RawClient> => {
  const client = new RawClient(server);
  leftovers.push(() => client.close());
  return client;
};

const start = async (script: ServerScript): Promise<{ server: ServerFtp; client: RawClient }> => {
  const server = await startServerFtp(script);
  leftovers.push(() => server.close());
  return { server, client: await connected(server) };
};

const loggedIn = async (script: ServerScript) => {
  const started = await start(script);
  await started.client.logIn();
  return started;
};

describe('replies by script', () => {
  it('refuses in place of the action, by count, and by the whole line', async () => {
    const { server, client } = await loggedIn({
      files: { a: '1', b: '2' },
      replies: { DELE: ['450 busy', null], 'DELE b': '550 never', PWD: '257 odd' },
    });
    expect(await client.command('DELE a')).toBe('450 busy');
    expect(await client.command('DELE b')).toBe('550 never');
    expect(await client.command('DELE a')).toMatch(/^250 /);
    expect(await client.command('PWD')).toBe('257 odd');
    expect((await server.tree.list('/')).map(({ name }) => name)).toEqual(['b']);
  });

  it('acts without saying so, and says what nobody asked for', async () => {
    const { server, client } = await loggedIn({
      files: { a: '1' },
      replies: { DELE: { say: '', act: true, andThen: 'close' }, NOOP: { before: '211 by the way' } },
    });
    expect(await client.command('NOOP')).toBe('211 by the way');
    expect(await client.reply()).toBe('200 NOOP ok.');
    expect(await client.command('DELE a')).toBeNull();
    expect(await server.tree.list('/')).toEqual([]);
  });

  it('waits for the test, then says 421 and closes', async () => {
    let release = (): void => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { server, client } = await loggedIn({ replies: { NOOP: { until, say: '421 bye', andThen: 'close' } } });
    const answered = client.command('NOOP');
    await server.received('NOOP');
    await server.connections[0]?.say('120 not yet');
    release();
    expect(await answered).toBe('120 not yet');
    expect(await client.reply()).toBe('421 bye');
    expect(await client.reply()).toBeNull();
  });

  it('turns the second connection away', async () => {
    const { server, client } = await start({ greeting: [null, { say: '421 Too many', andThen: 'close' }] });
    expect(await client.reply()).toMatch(/^220 /);
    const second = await connected(server);
    expect(await second.reply()).toBe('421 Too many');
    expect(await second.reply()).toBeNull();
    expect(server.connections).toHaveLength(2);
  });

  it('goes on without end until the client leaves', async () => {
    const { server, client } = await loggedIn({ replies: { NOOP: { endless: 'line' } } });
    client.send('NOOP');
    expect(await client.characters(200_000)).toMatch(/^200 x+$/);
    client.close();
    await server.connections[0]?.closed;
  });

  it('writes one byte at a time', async () => {
    const { client } = await start({ bytesAtATime: 1 });
    expect(await client.characters(1)).not.toContain('ready');
    expect(await client.reply()).toBe('220 Longshore test server ready.');
  });
});

describe('data connections by script', () => {
  const files = { a: Buffer.alloc(300_000, 1) };

  const retrieve = async (script: ServerScript) => {
    const { server, client } = await loggedIn({ files, ...script });
    const socket = await client.passive();
    client.send('RETR a');
    const { bytes, error } = await readAll(socket);
    return { server, client, length: bytes.length, error, replies: [await client.reply(), await client.reply()] };
  };

  it('breaks off after so many bytes, with FIN or RST', async () => {
    const ended = await retrieve({ data: { RETR: { stopAfter: 100_000 } } });
    expect(ended).toMatchObject({ length: 100_000, error: null });
    expect(ended.replies[1]).toMatch(/^226 /);
    const reset = await retrieve({ data: { RETR: { stopAfter: 1, ending: 'reset', completion: '426 cut' } } });
    expect(reset).toMatchObject({ error: 'ECONNRESET' });
    expect(reset.replies[1]).toBe('426 cut');
  });

  it('says 226 before the data, or never', async () => {
    let release = (): void => {};
    const endWhen = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { client } = await loggedIn({
      files,
      data: { RETR: [{ completionFirst: true, endWhen }, { completion: '' }] },
    });
    const early = await client.passive();
    client.send('RETR a');
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.reply()).toMatch(/^226 /);
    release();
    expect((await readAll(early)).bytes).toHaveLength(300_000);
    const late = await client.passive();
    client.send('RETR a');
    expect((await readAll(late)).bytes).toHaveLength(300_000);
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.command('NOOP')).toMatch(/^200 /);
  });

  it('vanishes with both connections', async () => {
    const { length, error, replies } = await retrieve({ data: { RETR: { vanishAfter: 70_000 } } });
    expect(length).toBeLessThanOrEqual(70_000);
    expect({ error, last: replies[1] }).toEqual({ error: null, last: null });
  });

  it('refuses in place of the 150 and sends given bytes in place of the file', async () => {
    const { client } = await loggedIn({
      files,
      data: { LIST: { content: 'as it is\n' }, RETR: { preliminary: '550 no' } },
    });
    const listing = await client.passive();
    client.send('LIST');
    expect((await readAll(listing)).bytes.toString()).toBe('as it is\n');
    await client.reply();
    await client.reply();
    await client.passive();
    expect(await client.command('RETR a')).toBe('550 no');
    expect(await client.command('NOOP')).toMatch(/^200 /);
  });

  it('runs out of disk', async () => {
    const { server, client } = await loggedIn({ diskFull: { after: 5, reply: '552' } });
    const socket = await client.passive();
    await client.command('STOR x');
    socket.on('error', () => {});
    socket.write('0123456789');
    expect(await client.reply()).toBe('552 No space left on device.');
    expect((await server.content('x')).toString()).toBe('01234');
  });

  it('lies about its address and its port, and lets a stranger go first', async () => {
    const { client } = await loggedIn({
      files: { a: 'abc' },
      passive: { PASV: { host: '192.0.2.1' }, EPSV: { leadsNowhere: true } },
      strangerFirst: true,
    });
    expect(await client.command('PASV')).toMatch(/\(192,0,2,1,\d+,\d+\)/);
    await expect(client.passive()).rejects.toThrow('ECONNREFUSED');
    const stranger = await client.active('RETR a');
    expect(stranger.remoteAddress).toBe('127.0.0.2');
  });

  it('makes up a directory of any length', async () => {
    const { client } = await loggedIn({ generated: { '/big': { entries: 2_500 } } });
    const socket = await client.passive();
    client.send('MLSD big');
    const lines = (await readAll(socket)).bytes.toString().split('\r\n');
    expect(lines).toHaveLength(2_501);
    expect(lines[2_499]).toMatch(/^type=file;size=2499;.* file-0002499\.bin$/);
  });
});
