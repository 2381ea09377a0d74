import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fakeTerminal } from './fake-terminal.ts';
import { emptyFolder, run, runOn, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];

test('help and version', async () => {
  expect(await run(['--help'])).toMatchObject({ status: 0, errors: '' });
  expect((await run(['--help'])).output).toContain('longshore ls    [options] URL');
  expect(await run(['--version'])).toMatchObject({ status: 0, output: '1.2.3\n' });
});

describe('usage', () => {
  test.each([
    [[], 'there is no command'],
    [['ls'], 'ls takes one URL'],
    [['ls', 'ftp://a/', 'ftp://b/'], 'ls takes one URL'],
    [['ls', 'http://host/'], 'the URL does not begin with ftp://, ftpes:// or ftps://'],
    [['ls', 'ftpes://host/', '--tls', 'off'], '--tls off contradicts the scheme of the URL'],
    [['raw', 'ftp://host/'], 'raw takes a URL and commands'],
    [['get'], 'get takes one URL or more, and where to put the files'],
    [['get', 'ftp://host/folder/'], 'get takes folders with -r only'],
    [['get', 'ftp://host/a', 'ftp://host/b', 'c'], 'c is no folder, so it cannot take several files'],
    [['put', 'ftp://host/'], 'put takes one path or more, and a URL'],
    [['put', 'ftp://a/b', 'ftp://host/'], 'put takes one URL only, the last'],
    [['ls', 'ftp://anna@host/'], 'there is no password for anna@host'],
    [['ls', 'ftp://host/', '--ca', '/nowhere/at/all.pem'], '--ca: /nowhere/at/all.pem cannot be read'],
    [['ls', 'ftp://host/', '--netrc'], '--netrc: /nowhere/.netrc cannot be read'],
    [['ls', 'ftp://host/', '--frob'], "Unknown option '--frob'"],
  ])('%j', async (words, sentence) => {
    const { status, output, errors } = await run(words);
    expect(errors).toContain(`longshore: ${sentence}`);
    expect(errors).toContain('longshore --help');
    expect({ status, output }).toEqual({ status: 2, output: '' });
  });
});

test('a URL that hides a second command is refused for safety', async () => {
  const { status, errors } = await run(['ls', 'ftp://host/a%0d%0aDELE%20b']);
  expect(status).toBe(5);
  expect(errors).toMatch(/^longshore: refused/);
});

describe('no connection or no login is status 3', () => {
  test('nobody listens', async () => {
    const server = await serve();
    const url = urlOf(server, '');
    await server.close();
    const { status, errors } = await run(['ls', url, ...CLEAR]);
    expect({ status, errors }).toEqual({
      status: 3,
      errors: `longshore: 127.0.0.1:${server.port} refuses the connection: no FTP server listens there\n`,
    });
  });

  test('the password is wrong, and is not repeated', async () => {
    const server = await serve();
    const { status, errors } = await run(['ls', `ftp://tester:wr0ng@127.0.0.1:${server.port}/`, '--trace', ...CLEAR]);
    expect(status).toBe(3);
    expect(errors).toContain('the server answered PASS with 530');
    expect(errors).toContain('> PASS ****');
    expect(errors).not.toContain('wr0ng');
  });

  test('what answers is no FTP server', async () => {
    const other = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : null;
    const { status, errors } = await run(['ls', `ftp://127.0.0.1:${port}/`, ...CLEAR]);
    expect(status).toBe(3);
    expect(errors).toContain('what answers there is no FTP server');
  });

  test('encryption is required and not offered', async () => {
    const server = await serve();
    const { status, errors } = await run(['ls', urlOf(server, ''), '--tls', 'require']);
    expect(status).toBe(3);
    expect(errors).toContain('does not offer encryption');
    expect(server.commands.some((line) => line.startsWith('USER'))).toBe(false);
  });

  test('the server is silent for longer than --timeout', async () => {
    const server = await serve({ greeting: '', replies: { USER: '' } });
    const { status, errors } = await run(['ls', urlOf(server, ''), '--timeout', '0.1', ...CLEAR]);
    expect(status).toBe(3);
    expect(errors).toContain('does not answer');
  });
});

describe('certificates', () => {
  test('one that nobody vouches for is refused, with the fingerprint that would trust it', async () => {
    const server = await serve({ tls: { certificate: 'self-signed' } });
    const url = urlOf(server, '').replace('ftp:', 'ftpes:').replace('127.0.0.1', 'localhost');
    const refused = await run(['ls', url]);
    expect(refused.status).toBe(3);
    const [, sha256 = ''] = /its SHA-256 is ([0-9A-F:]{95});/.exec(refused.errors) ?? [];

    expect(await run(['ls', url, '--pin', sha256])).toMatchObject({ status: 0, errors: '' });
    expect(await run(['ls', url, '--pin', sha256.replace(/^../, '00')])).toMatchObject({ status: 3 });
    expect(await run(['ls', url, '--insecure'])).toMatchObject({ status: 0, errors: '' });
  });

  test('--ca vouches for it', async () => {
    const server = await serve({ tls: {} });
    const file = join(await emptyFolder(), 'root.pem');
    await writeFile(file, server.ca);
    const url = urlOf(server, '').replace('ftp:', 'ftpes:').replace('127.0.0.1', 'localhost');
    expect(await run(['ls', url, '--ca', file])).toMatchObject({ status: 0, errors: '' });
    expect(await run(['ls', url])).toMatchObject({ status: 3 });
  });

  test('ftps is TLS from the first byte', async () => {
    const server = await serve({ tls: { implicit: true } });
    const url = urlOf(server, '').replace('ftp:', 'ftps:');
    expect(await run(['ls', url, '--insecure'])).toMatchObject({ status: 0 });
    expect(server.commands).not.toContain('AUTH TLS');
  });
});

describe('who logs in', () => {
  test('anonymous where the URL names nobody', async () => {
    const server = await serve({ users: { anonymous: { password: null } } });
    expect(await run(['ls', `ftp://127.0.0.1:${server.port}/`, ...CLEAR])).toMatchObject({ status: 0 });
    expect(server.commands).toContain('USER anonymous');
  });

  test('with the password of the environment', async () => {
    const server = await serve();
    const environment = { LONGSHORE_PASSWORD: server.password };
    const url = `ftp://tester@127.0.0.1:${server.port}/`;
    expect(await run(['ls', url, ...CLEAR], { environment })).toMatchObject({ status: 0 });
  });

  test('with the password a person answers', async () => {
    const server = await serve();
    const url = `ftp://tester@127.0.0.1:${server.port}/`;
    const { status, terminal } = await run(['ls', url, ...CLEAR], { answers: [server.password] });
    expect(status).toBe(0);
    expect(terminal.questions).toEqual(['Password for tester@127.0.0.1: ']);
  });

  test('with a one-time password made of what a person answers, or with their own answer to the challenge', async () => {
    const words = 'BAIL TUFT BITS GANG CHEF THY';
    const server = await serve({
      users: { tester: { password: words } },
      replies: { USER: '331 otp-md5 99 TeSt\u001b[2J ext' },
    });
    const url = `ftp://tester@127.0.0.1:${server.port}/`;
    const known = await run(['ls', url, ...CLEAR], { answers: ['This is a test.'] });
    expect(known.terminal.questions).toEqual(['Password for tester@127.0.0.1: ']);
    const asked = await run(['ls', url, ...CLEAR], { answers: ['', words] });
    expect(asked.terminal.questions[1]).toBe('otp-md5 99 TeSt\u241b[2J ext\nOne-time password for tester@127.0.0.1: ');
    expect([known.status, asked.status]).toEqual([0, 0]);
    expect(server.commands.filter((line) => line.startsWith('PASS'))).toEqual([`PASS ${words}`, `PASS ${words}`]);
  });

  test('with the host named and the commands of the options sent', async () => {
    const server = await serve({ replies: { HOST: '220 yes', LANG: '200 ja' } });
    const words = ['--host-command', '--language', 'ja', '--after-login', 'SITE UMASK 022'];
    expect(await run(['ls', urlOf(server, ''), ...words, ...CLEAR])).toMatchObject({ status: 0 });
    expect(server.commands).toEqual(expect.arrayContaining(['HOST 127.0.0.1', 'LANG ja', 'SITE UMASK 022']));
  });

  test('with user, password and account of the .netrc', async () => {
    const server = await serve({ users: { anna: { password: 'secret', account: 'staff' } } });
    const homeDirectory = await emptyFolder();
    await writeFile(join(homeDirectory, '.netrc'), 'machine 127.0.0.1 login anna password secret account staff\n');
    const url = `ftp://127.0.0.1:${server.port}/`;
    expect(await run(['ls', url, '--netrc', ...CLEAR], { homeDirectory })).toMatchObject({ status: 0 });

    await mkdir(join(homeDirectory, 'other'));
    await writeFile(join(homeDirectory, 'other', 'logins'), 'machine 127.0.0.1 login anna password wrong\n');
    const environment = { NETRC: join(homeDirectory, 'other', 'logins') };
    expect(await run(['ls', url, '--netrc', ...CLEAR], { environment })).toMatchObject({ status: 3 });
  });
});

describe('ended before its time', () => {
  test('by the person: 130', async () => {
    const server = await serve({ replies: { MLSD: '' } });
    const terminal = fakeTerminal();
    const ran = runOn(terminal, ['ls', urlOf(server, ''), ...CLEAR]);
    await server.received('MLSD');
    terminal.end('interrupted');
    expect(await ran).toMatchObject({ status: 130, output: '' });
  });

  test('by whoever stopped reading: no error', async () => {
    const server = await serve({ replies: { MLSD: '' } });
    const terminal = fakeTerminal();
    const ran = runOn(terminal, ['ls', urlOf(server, ''), ...CLEAR]);
    await server.received('MLSD');
    terminal.end('output-closed');
    expect(await ran).toMatchObject({ status: 0, errors: '' });
  });
});

test('--trace tells the dialogue', async () => {
  const server = await serve();
  const { errors } = await run(['raw', urlOf(server, ''), 'NOOP', '--trace', ...CLEAR]);
  const lines = errors.split('\n');
  expect(lines).toContain('> USER tester');
  expect(lines).toContain('> PASS ****');
  expect(lines.some((line) => line.startsWith('< 220 '))).toBe(true);
  expect(lines.some((line) => line.startsWith('* '))).toBe(true);
  expect(errors).not.toContain(server.password);
});
