import { spawn } from 'node:child_process';
import { build } from '../lib/build.ts';
import { at, ROOT } from '../lib/paths.mjs';

/**
 * Builds, then packs for this platform into dist/ as electron-builder.yml says.
 *
 * @param args electron-builder's own options, as `--dir` or `--arm64`.
 * @returns the exit status.
 */
export const packageApp = async (args: readonly string[]): Promise<number> => {
  const failure = await build();
  if (failure) {
    console.error(failure);
    return 1;
  }
  const script = at('node_modules/electron-builder/cli.js');
  const child = spawn(process.execPath, [script, '--publish', 'never', ...args], { cwd: ROOT, stdio: 'inherit' });
  return await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
};
