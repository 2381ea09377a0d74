import { expect, test } from 'vitest';
import { run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];

test('makes directories', async () => {
  const server = await serve();
  expect(await run(['mkdir', urlOf(server, 'a'), urlOf(server, 'b'), ...CLEAR])).toMatchObject({ status: 0 });
  expect((await server.tree.list('/')).map(({ name }) => name).sort()).toEqual(['a', 'b']);
});

test('one that is there, and one whose parent is not, are refused', async () => {
  const server = await serve({ files: { 'a/': '' } });
  const { status, errors } = await run(['mkdir', urlOf(server, 'a'), urlOf(server, 'x/y'), ...CLEAR]);
  expect(status).toBe(1);
  expect(errors.match(/answered MKD with 550/g)).toHaveLength(2);
});

test('-p makes what is missing and takes what is there', async () => {
  const server = await serve({ files: { 'a/': '' } });
  const paths = ['a', 'a/b/c/d', '/'].map((path) => urlOf(server, path));
  expect(await run(['mkdir', '-p', ...paths, ...CLEAR])).toMatchObject({ status: 0, errors: '' });
  expect((await server.tree.list('/a/b/c')).map(({ name }) => name)).toEqual(['d']);
});

test('-p does not take a file for a directory', async () => {
  const server = await serve({ files: { a: 'a file' } });
  const { status, errors } = await run(['mkdir', '-p', urlOf(server, 'a'), urlOf(server, 'a/b'), ...CLEAR]);
  expect(status).toBe(1);
  expect(errors.match(/answered MKD with 550/g)).toHaveLength(2);
});
