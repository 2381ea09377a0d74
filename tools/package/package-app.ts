import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { build } from '../lib/build.ts';
import { at, ROOT } from '../lib/paths.mjs';

const NOT_REACHED = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH)\b/;
const NEEDS_DOWNLOADS =
  'Packing ended early: electron-builder fetches Electron and its own tools from github.com, which cannot be reached. ' +
  'ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR name other places for them.';

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
  const child = spawn(process.execPath, [script, '--publish', 'never', ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let output = '';
  const show = (from: Readable, to: NodeJS.WriteStream): void => {
    from.on('data', (bytes: Buffer) => {
      output += bytes;
      to.write(bytes);
    });
  };
  show(child.stdout, process.stdout);
  show(child.stderr, process.stderr);
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  if (status !== 0 && NOT_REACHED.test(output)) console.error(NEEDS_DOWNLOADS);
  return status;
};
