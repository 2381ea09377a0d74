import { expect, test } from 'vitest';
import { fakeTerminal } from './fake-terminal.ts';
import { jsonLines, run, runOn, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const FILES = { 'docs/a.txt': 'a', 'docs/b.txt': 'b', 'docs/sub/c': 'c', keep: 'kept' } as const;

const names = async (server: Awaited<ReturnType<typeof serve>>, path = '/'): Promise<string[]> =>
  (await server.tree.list(path)).map(({ name }) => name).sort();

test('files go, and nothing is said', async () => {
  const server = await serve({ files: FILES });
  const ran = await run(['rm', urlOf(server, 'docs/a.txt'), urlOf(server, 'docs/b.txt'), ...CLEAR]);
  expect(ran).toMatchObject({ status: 0, output: '', errors: '' });
  expect(await names(server, '/docs')).toEqual(['sub']);
});

test('a folder stays without -r and goes with it', async () => {
  const server = await serve({ files: FILES });
  const refused = await run(['rm', urlOf(server, 'docs'), ...CLEAR]);
  expect(refused.status).toBe(1);
  expect(refused.errors).toMatch(/^longshore: \/docs: the server answered DELE with 550 /);
  expect(await run(['rm', '-r', urlOf(server, 'docs/'), ...CLEAR])).toMatchObject({ status: 0, errors: '' });
  expect(await names(server)).toEqual(['keep']);
});

test('a refusal does not keep the rest', async () => {
  const server = await serve({ files: FILES, replies: { 'DELE /docs/a.txt': '550 Not this one.' } });
  const { status, output, errors } = await run(['rm', '-r', '--json', urlOf(server, 'docs'), ...CLEAR]);
  expect(status).toBe(1);
  expect(jsonLines(output)).toEqual([
    { path: '/docs/a.txt', outcome: 'failed', fault: expect.objectContaining({ kind: 'reply', code: 550 }) },
    // The others, and the directory within.
    { summary: { done: 3, failed: 1 } },
  ]);
  expect(errors).toBe('longshore: /docs/a.txt: the server answered DELE with 550 Not this one.\n');
  expect(await names(server, '/docs')).toEqual(['a.txt']);
});

test.each(['', '/', '//'])('%j itself is not taken', async (path) => {
  const server = await serve({ files: FILES });
  const { status, errors } = await run(['rm', '-r', urlOf(server, path), ...CLEAR]);
  expect(status).toBe(2);
  expect(errors).toContain('neither the login directory nor the root');
  expect(server.commands).toEqual([]);
});

test('a server that is not there is status 3, and keeps no other from being asked', async () => {
  const server = await serve({ files: FILES });
  const gone = await serve();
  await gone.close();
  expect(await run(['rm', urlOf(gone, 'x'), ...CLEAR])).toMatchObject({ status: 3 });
  const { status } = await run(['rm', urlOf(gone, 'x'), urlOf(server, 'keep'), ...CLEAR]);
  expect(status).toBe(3);
  expect(await names(server)).toEqual(['docs']);
});

test('interrupted it ends with 130', async () => {
  const server = await serve({ files: FILES, replies: { 'DELE /keep': '' } });
  const terminal = fakeTerminal();
  const ran = runOn(terminal, ['rm', urlOf(server, 'keep'), ...CLEAR]);
  await server.received('DELE');
  terminal.end('interrupted');
  expect(await ran).toMatchObject({ status: 130 });
});
