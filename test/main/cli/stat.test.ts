import { expect, test } from 'vitest';
import { jsonLines, run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const MODIFIED = Date.UTC(2026, 10, 20, 10, 0, 30);
const FILES = { 'docs/a.txt': { content: 'hello', modified: MODIFIED }, 'docs/sub/c': 'third' } as const;

test('a file, a line for each thing that is known', async () => {
  const server = await serve({ files: FILES });
  const { status, output } = await run(['stat', urlOf(server, 'docs/a.txt'), ...CLEAR]);
  expect(status).toBe(0);
  expect(output).toMatch(/^name {9}\/docs\/a\.txt\ntype {9}file\nsize {9}5\nmodified {5}2026-11-20T10:00:30Z\n/);
});

test('--json is as that of ls', async () => {
  const server = await serve({ files: FILES });
  const { output } = await run(['stat', '--json', urlOf(server, 'docs/a.txt'), urlOf(server, 'docs/sub'), ...CLEAR]);
  expect(jsonLines(output)).toEqual([
    expect.objectContaining({ name: '/docs/a.txt', type: 'file', size: 5, modified: '2026-11-20T10:00:30Z' }),
    expect.objectContaining({ name: '/docs/sub', type: 'directory' }),
    { summary: { done: 2, failed: 0 } },
  ]);
});

test('where listings leave the zone open, MDTM has it', async () => {
  const server = await serve({ files: FILES, features: [] });
  const { output } = await run(['stat', urlOf(server, 'docs/a.txt'), ...CLEAR]);
  expect(output).toContain('modified     2026-11-20T10:00:30Z');
});

test('what is not listed is asked for by name', async () => {
  const server = await serve({ files: FILES, data: { MLSD: { content: '' }, LIST: { content: '' } } });
  const paths = ['docs/a.txt', 'docs'].map((path) => urlOf(server, path));
  const { status, output } = await run(['stat', '--json', ...paths, ...CLEAR]);
  expect(status).toBe(0);
  expect(jsonLines(output)).toMatchObject([{ type: 'file', size: 5 }, { type: 'directory' }, {}]);
});

test('what is not there is refused', async () => {
  const server = await serve({ files: FILES });
  const { status, errors } = await run(['stat', urlOf(server, 'docs/none'), ...CLEAR]);
  expect(status).toBe(1);
  expect(errors).toMatch(/^longshore: \/docs\/none: the server answered SIZE with 550 /);
});

test('the root has no entry anywhere and is a directory all the same', async () => {
  const server = await serve({ files: FILES });
  expect((await run(['stat', urlOf(server, ''), ...CLEAR])).output).toBe('name         /\ntype         directory\n');
});
