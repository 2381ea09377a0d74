import fs from 'node:fs';
import path from 'node:path';
import { at } from './paths.mjs';
import { run } from './processes.ts';

const SOURCES = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];
const PRODUCTS = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const LIMIT_MS = 180_000;

/** Milliseconds since the epoch of the newest change at or below `entry`. */
const newestChange = (entry: string): number => {
  const facts = fs.statSync(entry);
  if (!facts.isDirectory()) return facts.mtimeMs;
  const below = fs.readdirSync(entry).map((name) => newestChange(path.join(entry, name)));
  return Math.max(facts.mtimeMs, ...below);
};

/** Whether out/ was built after the last change of what it is built from. */
export const isBuilt = (): boolean => {
  const products = PRODUCTS.map((file) => at(file));
  if (!products.every((file) => fs.existsSync(file))) return false;
  const built = Math.min(...products.map((file) => fs.statSync(file).mtimeMs));
  return SOURCES.every((source) => newestChange(at(source)) <= built);
};

/** Builds out/ where a source is newer. @returns what the build said where it failed, else null. */
export const build = async (): Promise<string | null> => {
  if (isBuilt()) return null;
  const script = at('node_modules/electron-vite/bin/electron-vite.js');
  const { status, output } = await run(process.execPath, [script, 'build', '--logLevel', 'warn'], { limit: LIMIT_MS });
  return status === 0 ? null : output;
};
