import { describe, expect, onTestFinished, test } from 'vitest';
import { environmentProxy } from '../../../src/main/cli/environment-proxy.ts';
import { findProxy } from '../../../src/main/cli/proxy.ts';
import { parseProxyUrl } from '../../../src/main/cli/proxy-url.ts';
import { UsageError } from '../../../src/main/cli/usage-error.ts';
import { startSocksProxy } from '../../proxies/socks-proxy.ts';
import { fakeTerminal } from './fake-terminal.ts';
import { run, serve } from './run.ts';

describe('--proxy', () => {
  test.each([
    ['socks5://p', { kind: 'socks5', host: 'p', port: 1080, user: null }, null],
    ['socks5h://192.0.2.1:9050/', { kind: 'socks5', host: '192.0.2.1', port: 9050, user: null }, null],
    ['SOCKS5://ada:p%40ss%3B@[2001:db8::1]:1', { kind: 'socks5', host: '2001:db8::1', port: 1, user: 'ada' }, 'p@ss;'],
    ['http://ada@p:3128', { kind: 'http', host: 'p', port: 3128, user: 'ada' }, null],
    ['p:3128', { kind: 'http', host: 'p', port: 3128, user: null }, null],
    ['ftp://p', { kind: 'ftp', dialect: 'user-at-host', host: 'p', port: 21, user: null }, null],
    ['ftp://ada:x@p:2121;dialect=SITE', { kind: 'ftp', dialect: 'site', host: 'p', port: 2121, user: 'ada' }, 'x'],
    ['ftp://p;dialect=open/', { kind: 'ftp', dialect: 'open', host: 'p', port: 21, user: null }, null],
  ])('%s', (text, server, password) => {
    expect(parseProxyUrl('--proxy', text)).toEqual({ server, password });
  });

  test.each([
    'https://ada:secret@p',
    'socks4://ada:secret@p',
    'socks5://ada:secret@',
    'socks5://ada:secret@p:99999',
    'socks5://ada:secret@p/path',
    'socks5://ada:secret@p;dialect=site',
    'ftp://ada:secret@p;dialect=telnet',
    'http://ada:secret%0d%0a@p',
    '',
  ])('%s is refused, and no password is repeated', (text) => {
    const refused = (): unknown => parseProxyUrl('--proxy', text);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(/^--proxy: (?!.*secret)/);
  });
});

describe('the environment', () => {
  test.each([
    [{}, null],
    [{ ftp_proxy: '', all_proxy: 'http://other' }, null],
    [{ FTP_PROXY: 'http://a:1', all_proxy: 'http://b:2' }, 'a'],
    [{ ftp_proxy: 'a', FTP_PROXY: 'b' }, 'a'],
    [{ ALL_PROXY: 'socks5h://c' }, 'c'],
    [{ http_proxy: 'http://d' }, null],
  ])('%j', (environment, host) => {
    expect(environmentProxy(environment, 'ftp.example.org')?.server.host ?? null).toBe(host);
  });

  test.each([
    ['ftp.example.org', '*', true],
    ['ftp.example.org', 'example.org', true],
    ['ftp.example.org', 'a.test .example.org', true],
    ['FTP.example.org.', 'other, EXAMPLE.org.', true],
    ['ftp.example.org', 'ample.org', false],
    ['ftp.example.org', 'ftp.example.org.test', false],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '192.0.2.0/24', true],
    ['192.0.3.7', '192.0.2.0/24', false],
    ['192.0.3.7', '0.0.0.0/0', true],
    ['192.0.2.7', '192.0.2.0/99', false],
    ['192.0.2.7', '.2.7', false],
    ['2001:db8::1', '[2001:db8::1]', true],
    ['localhost', '', true],
    ['127.0.0.1', '', true],
    ['ftp.example.org', '', false],
  ])('%s with no_proxy=%j goes directly: %s', (host, noProxy, direct) => {
    expect(environmentProxy({ all_proxy: 'socks5://p', no_proxy: noProxy }, host) === null).toBe(direct);
  });

  test('a variable that holds no proxy is named', () => {
    expect(() => environmentProxy({ ALL_PROXY: 'gopher://p' }, 'h')).toThrow('ALL_PROXY: only socks5');
  });
});

describe('the password of the proxy', () => {
  const choice = parseProxyUrl('--proxy', 'socks5://ada@p');

  test('is the URL’s, the environment’s, or asked for as the proxy’s', async () => {
    const given = parseProxyUrl('--proxy', 'socks5://ada:url@p');
    const environment = { LONGSHORE_PROXY_PASSWORD: 'set' };
    expect((await findProxy({ host: 'h' }, given, fakeTerminal({ environment })))?.password).toBe('url');
    expect((await findProxy({ host: 'h' }, choice, fakeTerminal({ environment })))?.password).toBe('set');
    const terminal = fakeTerminal({ answers: ['typed'] });
    expect((await findProxy({ host: 'h' }, choice, terminal))?.password).toBe('typed');
    expect(terminal.questions).toEqual(['Password for the proxy ada@p: ']);
  });

  test('is missed where nobody can be asked', async () => {
    await expect(findProxy({ host: 'h' }, choice, fakeTerminal())).rejects.toThrow(UsageError);
  });

  test('--proxy none is none, whatever the environment says', async () => {
    const terminal = fakeTerminal({ environment: { all_proxy: 'socks5://p' } });
    expect(await findProxy({ host: 'h' }, 'none', terminal)).toBeNull();
    expect((await findProxy({ host: 'h' }, null, terminal))?.host).toBe('p');
  });
});

describe('a command through a proxy', () => {
  const NAME = 'files.longshore.test';
  const LOGIN = { user: 'guest', password: 'pw' };

  const listThrough = async (login: string, environment: Readonly<Record<string, string>> = {}) => {
    const proxy = await startSocksProxy({ names: { [NAME]: '127.0.0.1' }, login: LOGIN });
    onTestFinished(proxy.close);
    const server = await serve({ files: { 'a.txt': '' } });
    const url = `ftp://${server.user}:${server.password}@${NAME}:${server.port}/`;
    const option = ['--proxy', `socks5://${login}@127.0.0.1:${proxy.port}`];
    const ran = await run(['ls', '--tls', 'off', '--trace', ...(login === '' ? [] : option), url], {
      environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value + proxy.port])),
    });
    return { ...ran, proxy };
  };

  test('lists what is there, and its trace names the proxy and no password', async () => {
    const { status, output, errors, proxy } = await listThrough('guest:pw');
    expect(status).toBe(0);
    expect(output).toContain('a.txt');
    expect(errors).toContain(`through SOCKS5 proxy 127.0.0.1:${proxy.port}`);
    expect(errors).not.toMatch(/pw@|guest:/);
  });

  test('takes it from the environment', async () => {
    const { status } = await listThrough('', { all_proxy: 'socks5h://guest:pw@127.0.0.1:' });
    expect(status).toBe(0);
  });

  test('says that it is the proxy which refuses the password, and ends as without a connection', async () => {
    const { status, errors, proxy } = await listThrough('guest:wrong');
    expect(status).toBe(3);
    expect(errors).toContain(`the proxy 127.0.0.1:${proxy.port} wants another user or password`);
    expect(errors).not.toContain('wrong');
  });
});
