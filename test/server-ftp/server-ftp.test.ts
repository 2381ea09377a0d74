import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { RawClient, readAll } from './raw-client.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from './server-ftp.ts';

const leftovers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const leftover of leftovers.splice(0).reverse()) await leftover();
});

const start = async (script: ServerScript = {}): Promise<{ server: ServerFtp; client: RawClient }> => {
  const server = await startServerFtp(script);
  leftovers.push(() => server.close());
  const client = new RawClient(server);
  leftovers.push(() => client.close());
  return { server, client };
};

const loggedIn = async (script: ServerScript = {}) => {
  const started = await start(script);
  await started.client.logIn();
  return started;
};

describe('a server of an empty script', () => {
  it('logs the right user in, refuses the wrong password and asks for a login first', async () => {
    const { server, client } = await start();
    expect(await client.reply()).toMatch(/^220 /);
    expect(await client.command('PWD')).toMatch(/^530 /);
    expect(await client.command('USER tester')).toMatch(/^331 /);
    expect(await client.command('PASS wrong')).toMatch(/^530 /);
    expect(await client.command('USER tester')).toMatch(/^331 /);
    expect(await client.command('PASS tester-pw')).toMatch(/^230 /);
    expect(server.commands).toEqual(['PWD', 'USER tester', 'PASS wrong', 'USER tester', 'PASS tester-pw']);
  });

  it('answers pipelined commands in their order', async () => {
    const { client } = await loggedIn({ files: { 'a/b': 'x' } });
    client.send('CWD a\r\nPWD\r\nSIZE b\r\nCDUP\r\nPWD');
    const replies = [];
    for (let count = 0; count < 5; count += 1) replies.push((await client.reply())?.slice(0, 9));
    expect(replies).toEqual(['250 Direc', '257 "/a" ', '213 1', '250 Direc', '257 "/" i']);
  });

  it('sends and takes files whole, from the middle and in ASCII', async () => {
    const { server, client } = await loggedIn({ files: { 'text.txt': 'one\ntwo\n' } });
    const stored = await client.passive();
    expect(await client.command('STOR new.txt')).toMatch(/^150 /);
    stored.end('0123456789');
    expect(await client.reply()).toMatch(/^226 /);
    await client.command('REST 4');
    const part = await client.passive();
    client.send('RETR new.txt');
    expect((await readAll(part)).bytes.toString()).toBe('456789');
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.reply()).toMatch(/^226 /);
    await client.command('TYPE A');
    const text = await client.passive();
    client.send('RETR text.txt');
    expect((await readAll(text)).bytes.toString()).toBe('one\r\ntwo\r\n');
    await client.reply();
    await client.reply();
    const upload = await client.passive();
    await client.command('STOR text.txt');
    upload.write('a\r');
    upload.end('\nb\rc\r\n');
    await client.reply();
    expect((await server.content('text.txt')).toString()).toBe('a\nb\rc\n');
    expect(server.data.map(({ command, bytes }) => [command, bytes])).toEqual([
      ['STOR new.txt', 10],
      ['RETR new.txt', 6],
      ['RETR text.txt', 10],
      ['STOR text.txt', 8],
    ]);
  });

  it('connects to the client after EPRT, and after nothing at all to its own control port', async () => {
    const { client } = await loggedIn({ files: { a: 'abc' } });
    expect((await readAll(await client.active('RETR a'))).bytes.toString()).toBe('abc');
    expect(await client.reply()).toMatch(/^150 /);
    expect(await client.reply()).toMatch(/^226 /);
    expect(await client.command('RETR a')).toMatch(/^425 /);
  });

  it('lists in the ways of Unix, of DOS and of RFC 3659', async () => {
    const modified = Date.UTC(2001, 1, 3, 16, 5, 6);
    const files = { 'näme with space': { content: 'abc', modified }, 'sub/': '' };
    const { client } = await loggedIn({ files });
    const lines = async (command: string): Promise<string[]> => {
      const socket = await client.passive();
      client.send(command);
      const { bytes } = await readAll(socket);
      await client.reply();
      await client.reply();
      return bytes.toString().split('\r\n');
    };
    expect((await lines('LIST -la'))[0]).toBe(
      '-rw-r--r--   1 tester   tester            3 Feb  3  2001 näme with space',
    );
    expect(await lines('NLST')).toEqual(['näme with space', 'sub', '']);
    expect((await lines('MLSD'))[0]).toBe(
      'type=file;size=3;modify=20010203160506;perm=adfrw;unix.mode=0644; näme with space',
    );
    expect(await client.command('OPTS MLST size;')).toBe('200 MLST OPTS size;');
    expect((await lines('MLSD'))[0]).toBe('size=3; näme with space');
    const dos = await loggedIn({ files, listStyle: 'dos' });
    const socket = await dos.client.passive();
    dos.client.send('LIST');
    expect((await readAll(socket)).bytes.toString()).toMatch(
      /^02-03-01 {2}04:05PM +3 näme with space\r\n.*<DIR> +sub\r\n$/,
    );
  });

  it('stops a transfer at ABOR and goes on', async () => {
    const { client } = await loggedIn({ files: { big: Buffer.alloc(50_000_000) } });
    const socket = await client.passive();
    expect(await client.command('RETR big')).toMatch(/^150 /);
    client.sendBytes(Buffer.from([0xff, 0xf4, 0xff, 0xf2]));
    client.send('ABOR');
    socket.destroy();
    expect(await client.reply()).toMatch(/^426 /);
    expect(await client.reply()).toMatch(/^226 /);
    expect(await client.command('NOOP')).toMatch(/^200 /);
  });

  it('serves a folder of the disk, with names of any bytes', async () => {
    const root = await mkdtemp(join(tmpdir(), 'longshore-server-'));
    leftovers.push(() => rm(root, { recursive: true }));
    const { client } = await loggedIn({ root });
    const socket = await client.passive();
    client.sendBytes(Buffer.from('STOR Gr\xfc\xdfe\r\n', 'latin1'));
    await client.reply();
    socket.end('hello');
    expect(await client.reply()).toMatch(/^226 /);
    expect(await readFile(Buffer.from(`${root}/Gr\xfc\xdfe`, 'latin1'), 'utf8')).toBe('hello');
    expect(await client.command('MKD d')).toMatch(/^257 "\/d"/);
    expect(await client.command('RMD d')).toMatch(/^250/);
    expect(await client.command('RMD d')).toMatch(/^550 ENOENT: no such file or directory\.$/);
  });

  it('renames, deletes, dates and protects', async () => {
    const { server, client } = await loggedIn({ files: { 'd/a': '1', 'd/b': '2' } });
    expect(await client.command('RNTO x')).toMatch(/^503 /);
    expect(await client.command('RNFR d')).toMatch(/^350 /);
    expect(await client.command('RNTO e')).toMatch(/^250 /);
    expect(await client.command('DELE e/a')).toMatch(/^250 /);
    expect(await client.command('DELE e/a')).toMatch(/^550 /);
    expect(await client.command('MFMT 20200102030405 e/b')).toBe('213 Modify=20200102030405; e/b');
    expect(await client.command('MDTM e/b')).toBe('213 20200102030405');
    expect(await client.command('SITE CHMOD 600 e/b')).toMatch(/^200 /);
    expect(await server.tree.stat('/e/b')).toMatchObject({ mode: 0o600, modified: Date.UTC(2020, 0, 2, 3, 4, 5) });
  });
});
