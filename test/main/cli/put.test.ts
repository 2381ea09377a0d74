import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ServerFtp, ServerScript } from '../../server-ftp/server-ftp.ts';
import { emptyFolder, jsonLines, type Ran, run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];

/** A folder with `a.txt` (hello), `docs/b.txt` and `docs/sub/`. */
const localTree = async (): Promise<string> => {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'docs', 'sub'), { recursive: true });
  await writeFile(join(folder, 'a.txt'), 'hello');
  await utimes(join(folder, 'a.txt'), 1_700_000_000, 1_700_000_000);
  await writeFile(join(folder, 'docs', 'b.txt'), 'second');
  return folder;
};

const putInto = async (
  words: (url: (path: string) => string) => readonly string[],
  script: ServerScript = {},
): Promise<Ran & { readonly server: ServerFtp }> => {
  const server = await serve(script);
  const workingDirectory = await localTree();
  const ran = await run(['put', ...words((path) => urlOf(server, path)), ...CLEAR], { workingDirectory });
  return { ...ran, server };
};

const content = async (server: ServerFtp, path: string): Promise<string> => (await server.content(path)).toString();

test('a file arrives under its name, by another, with its time', async () => {
  const { status, server } = await putInto((url) => ['a.txt', url('')]);
  expect(status).toBe(0);
  expect(await content(server, '/a.txt')).toBe('hello');
  expect(server.commands.some((line) => /^STOR .*\.a\.txt\.longshore-part$/.test(line))).toBe(true);
  expect(server.commands.some((line) => line.startsWith('MFMT 20231114221320 '))).toBe(true);
});

test('--no-atomic stores under the final name at once', async () => {
  const { status, server } = await putInto((url) => ['a.txt', url(''), '--no-atomic']);
  expect(status).toBe(0);
  expect(await content(server, '/a.txt')).toBe('hello');
  expect(server.commands.filter((line) => line.includes('longshore-part'))).toEqual([]);
});

describe('the URL', () => {
  test('is a name where nothing is there', async () => {
    const { status, server } = await putInto((url) => ['a.txt', url('other.txt')]);
    expect(status).toBe(0);
    expect(await content(server, '/other.txt')).toBe('hello');
  });

  test('is a folder where there is one', async () => {
    const { status, server } = await putInto((url) => ['a.txt', 'docs/b.txt', url('into')], {
      files: { 'into/': '' },
    });
    expect(status).toBe(0);
    expect(await content(server, '/into/a.txt')).toBe('hello');
    expect(await content(server, '/into/b.txt')).toBe('second');
  });

  test('cannot be one file for several', async () => {
    const { status, errors, server } = await putInto((url) => ['a.txt', 'docs/b.txt', url('one')]);
    expect(status).toBe(2);
    expect(errors).toContain('/one is no folder on the server');
    expect(server.commands.some((line) => line.startsWith('STOR'))).toBe(false);
  });
});

test('-r sends a folder with all it holds', async () => {
  const { status, output, server } = await putInto((url) => ['-r', '--json', 'docs', url('')]);
  expect(status).toBe(0);
  expect(await content(server, '/docs/b.txt')).toBe('second');
  expect(server.commands.some((line) => line.startsWith('MKD') && line.includes('sub'))).toBe(true);
  expect(jsonLines(output)).toEqual([
    { path: '/docs/b.txt', bytes: 6, seconds: expect.any(Number), outcome: 'done', verified: 'size', fault: null },
    { summary: { done: 1, skipped: 0, failed: 0, unknown: 0, bytes: 6, seconds: expect.any(Number) } },
  ]);
});

test('what cannot be sent is told, and the rest goes', async () => {
  const { status, errors, server } = await putInto((url) => ['docs', 'none', 'a.txt', url('')]);
  expect(status).toBe(1);
  expect(errors).toMatch(/^longshore: docs: .*docs: is a folder$/m);
  expect(errors).toMatch(/^longshore: none: .*none: there is no such file or folder$/m);
  expect(await content(server, '/a.txt')).toBe('hello');
});

test('a file that is there stays, or goes as --overwrite says', async () => {
  const files = { 'a.txt': 'old' };
  const kept = await putInto((url) => ['a.txt', url('')], { files });
  expect(kept.status).toBe(0);
  expect(await content(kept.server, '/a.txt')).toBe('old');
  const replaced = await putInto((url) => ['a.txt', url(''), '--overwrite', 'always'], { files });
  expect(replaced.status).toBe(0);
  expect(await content(replaced.server, '/a.txt')).toBe('hello');
});

test('a full server is told once for the file that met it', async () => {
  const { status, output } = await putInto((url) => ['a.txt', 'docs/b.txt', url(''), '--json'], {
    replies: { STOR: '552 Quota exceeded.' },
  });
  expect(status).toBe(1);
  // Both are under way side by side, and either may be the one.
  const lines = jsonLines(output).slice(0, 2);
  expect(lines).toContainEqual(
    expect.objectContaining({ outcome: 'failed', fault: expect.objectContaining({ kind: 'reply', code: 552 }) }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ outcome: 'failed', fault: expect.objectContaining({ kind: 'refused-here' }) }),
  );
});
