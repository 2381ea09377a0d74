import fs from 'node:fs';
import path from 'node:path';

/** The folder of the project. */
export const ROOT = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

/** @param {...string} parts below the project's folder */
export const at = (...parts) => path.join(ROOT, ...parts);

/** What scripts remember between runs; goes with node_modules. */
export const CACHE = at('node_modules', '.cache', 'longshore');

/**
 * The Node 24 that the project installs beside itself, on Linux; null elsewhere, and before it is installed.
 *
 * @returns {string | null}
 */
export const nodeRuntime = () => {
  const file = at('node_modules', '.bin', 'node');
  return fs.existsSync(file) ? file : null;
};
