import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runOnNewerNode } from '../../../src/main/cli/newer-node.ts';
import { emptyFolder } from './run.ts';

const EXECUTABLE = process.platform === 'win32' ? 'node.exe' : 'node';

test('a Node that is new enough goes on itself', async () => {
  expect(await runOnNewerNode(['/nowhere/cli.js'])).toBeNull();
  expect(await runOnNewerNode(['/nowhere/cli.js'], '24.0.0')).toBeNull();
});

test('an old one hands over to the one of the project, words and status included', async () => {
  const project = await emptyFolder();
  await mkdir(join(project, 'node_modules', '.bin'), { recursive: true });
  await symlink(process.execPath, join(project, 'node_modules', '.bin', EXECUTABLE));
  await mkdir(join(project, 'out'));
  const script = join(project, 'out', 'cli.mjs');
  await writeFile(script, 'process.exit(process.argv[2] === "--json" ? 42 : 1)');
  expect(await runOnNewerNode([script, '--json'], '20.20.2')).toBe(42);
});

test('where there is none it says which Node it needs', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    expect(await runOnNewerNode([join(await emptyFolder(), 'cli.js')], '20.20.2')).toBe(2);
    expect(said).toHaveBeenCalledWith('longshore: needs Node 24 or newer, this is 20.20.2\n');
  } finally {
    said.mockRestore();
  }
});
