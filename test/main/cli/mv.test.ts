import { expect, test } from 'vitest';
import { run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const FILES = { 'docs/a.txt': 'hello', 'into/x': 'x' } as const;

test.each([
  ['a name beside it', 'b.txt', '/docs/b.txt'],
  ['an absolute path', '/b.txt', '/b.txt'],
  ['a folder that is there', '/into', '/into/a.txt'],
  ['what says that it is a folder', '/into/', '/into/a.txt'],
])('to %s', async (_, target, arrives) => {
  const server = await serve({ files: FILES });
  expect(await run(['mv', urlOf(server, 'docs/a.txt'), target, ...CLEAR])).toMatchObject({ status: 0, errors: '' });
  expect((await server.content(arrives)).toString()).toBe('hello');
});

test('to a URL on the same server', async () => {
  const server = await serve({ files: FILES });
  const target = `ftp://${server.host}:${server.port}/into/b.txt`;
  expect(await run(['mv', urlOf(server, 'docs/a.txt'), target, ...CLEAR])).toMatchObject({ status: 0 });
  expect((await server.content('/into/b.txt')).toString()).toBe('hello');
});

test('a refusal is said', async () => {
  const server = await serve({ files: FILES });
  const { status, errors } = await run(['mv', urlOf(server, 'docs/none'), 'b', ...CLEAR]);
  expect(status).toBe(1);
  expect(errors).toMatch(/^longshore: \/docs\/none: the server answered RNFR with 550 /);
});

test.each([
  [['ftp://one/a'], 'mv takes a URL and where to move it'],
  [['ftp://one/a', ''], 'mv takes a URL and where to move it'],
  [['ftp://one/a', 'ftp://two/a'], 'mv stays on one server'],
  [['ftp://one/a', 'ftp://one:2121/a'], 'mv stays on one server'],
  [['ftp://anna@one/a', 'ftp://ben@one/a'], 'mv stays on one server'],
  [['ftp://one/', 'b'], 'mv does not move a login directory or a root'],
])('%j', async (operands, sentence) => {
  const { status, errors } = await run(['mv', ...operands]);
  expect(status).toBe(2);
  expect(errors).toContain(sentence);
});
