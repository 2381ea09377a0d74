import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { at, ROOT } from './paths.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lockfile */

/**
 * @param {string} file
 * @returns {Lockfile | null}
 */
const readLockfile = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null);

/**
 * Whether node_modules holds what the lockfile asks for. An optional package may be missing: it is for another system.
 *
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile | null} installed node_modules/.package-lock.json, which npm writes last
 */
export const isInstalled = (wanted, installed) =>
  installed !== null &&
  Object.entries(wanted.packages)
    .filter(([folder]) => folder.startsWith('node_modules/'))
    .every(([folder, { version, optional }]) => {
      const found = installed.packages[folder];
      return found ? found.version === version : optional === true;
    });

/**
 * Runs `npm ci` where node_modules is missing or older than the lockfile. Ends the process where that fails.
 *
 * @returns {Promise<void>}
 */
export const installDependencies = async () => {
  const wanted = readLockfile(at('package-lock.json'));
  if (!wanted || isInstalled(wanted, readLockfile(at('node_modules', '.package-lock.json')))) return;
  console.log('Installing dependencies (npm ci) ...');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names itself when it runs a script; started without it, it is looked for, on Windows through its .cmd.
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim());
  console.error('npm ci did not succeed; nothing was started.');
  process.exit(1);
};
