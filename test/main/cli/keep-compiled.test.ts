import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { cacheFolder, compiledFolder } from '../../../src/main/cli/keep-compiled.ts';
import { emptyFolder } from './run.ts';

test.skipIf(process.platform === 'win32').each([
  ['linux', {}, '/home/me/.cache/longshore'],
  ['linux', { XDG_CACHE_HOME: '/fast/cache' }, '/fast/cache/longshore'],
  // The specification has relative ones ignored.
  ['linux', { XDG_CACHE_HOME: 'cache' }, '/home/me/.cache/longshore'],
  ['linux', { XDG_CACHE_HOME: '' }, '/home/me/.cache/longshore'],
  ['darwin', { XDG_CACHE_HOME: '/fast/cache' }, '/home/me/Library/Caches/Longshore'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/Longshore/Cache'],
  ['win32', {}, '/home/me/AppData/Local/Longshore/Cache'],
] as const)('on %s with %o it is kept in %s', (platform, environment, folder) => {
  expect(cacheFolder(platform, environment, '/home/me')).toBe(folder);
});

test('nothing is kept in the home of another user, nor in none', async () => {
  const home = await emptyFolder();
  const uid = process.getuid?.();
  expect(compiledFolder(home, uid)).toBe(join(cacheFolder(process.platform, process.env, home), 'compiled'));
  expect(compiledFolder(home, (uid ?? 0) + 1)).toBeNull();
  expect(compiledFolder(join(home, 'none'), (uid ?? 0) + 1)).toBeNull();
  expect(compiledFolder('', uid)).toBeNull();
});

test('a run leaves what was compiled for the next one', { timeout: 30_000 }, async () => {
  const entry = fileURLToPath(new URL('../../../src/main/cli/index.ts', import.meta.url));
  const home = await emptyFolder();
  const { NODE_DISABLE_COMPILE_CACHE: _, ...environment } = process.env;
  const env = { ...environment, HOME: home, LOCALAPPDATA: home, XDG_CACHE_HOME: join(home, 'cache') };
  const { stdout } = await promisify(execFile)(process.execPath, [entry, '--version'], { env });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const kept = await readdir(join(cacheFolder(process.platform, env, home), 'compiled'), { recursive: true });
  expect(kept.length).toBeGreaterThan(1);
});
