import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { emptyFolder, serve, urlOf } from './run.ts';

// Each test starts a process of its own, unbuilt.
vi.setConfig({ testTimeout: 30_000 });

const ENTRY = fileURLToPath(new URL('../../../src/main/cli/index.ts', import.meta.url));

const start = (words: readonly string[], cwd?: string): ChildProcess =>
  spawn(process.execPath, [ENTRY, ...words], { stdio: ['ignore', 'pipe', 'pipe'], ...(cwd && { cwd }) });

const errorsOf = (child: ChildProcess): Promise<string> => {
  let text = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    text += bytes.toString();
  });
  return once(child, 'close').then(() => text);
};

test('the status is the exit status of the process', async () => {
  const child = start(['nonsense']);
  const errors = errorsOf(child);
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(await errors).toContain('there is no command nonsense');
});

test('whoever stops reading does not make it fail', async () => {
  const server = await serve({ generated: { '/big': { entries: 50_000 } } });
  const child = start(['ls', '--tls', 'off', '--json', urlOf(server, 'big')]);
  const errors = errorsOf(child);
  await once(child.stdout ?? child, 'data');
  child.stdout?.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await errors).toBe('');
});

test('a file on standard output arrives byte for byte, however slowly it is read', async () => {
  const bytes = Buffer.from(Array.from({ length: 1 << 20 }, (_, index) => (index * 7 + (index >> 8)) & 255));
  const server = await serve({ files: { big: bytes } });
  const child = start(['cat', '--tls', 'off', urlOf(server, 'big')]);
  const errors = errorsOf(child);
  await server.received('RETR');
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout ?? []) chunks.push(chunk);
  expect(await errors).toBe('');
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
});

test('Ctrl-C in the middle ends it with 130, and nothing half is left', async () => {
  const server = await serve({
    files: { 'big.bin': Buffer.alloc(1_000_000) },
    data: { RETR: { stopAfter: 300_000, endWhen: new Promise(() => {}) } },
  });
  const folder = await emptyFolder();
  const child = start(['get', '--tls', 'off', urlOf(server, 'big.bin')], folder);
  await server.received('RETR');
  await expect.poll(() => readdir(folder)).not.toEqual([]);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(await readdir(folder)).toEqual([]);
});

test('Ctrl-C in an upload ends it with 130, on whichever connection its part was removed', async () => {
  const server = await serve({ data: { STOR: { chunkBytes: 1_000, chunkPause: 10 } } });
  const folder = await emptyFolder();
  await writeFile(join(folder, 'big.bin'), Buffer.alloc(1_000_000));
  const child = start(['put', '--tls', 'off', 'big.bin', urlOf(server, '')], folder);
  await server.received('STOR');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(await server.tree.list('/')).toEqual([]);
});
