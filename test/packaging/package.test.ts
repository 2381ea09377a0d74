import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../tools/lib/build.ts';
import { at } from '../../tools/lib/paths.mjs';
import { fusesOf, writeMadeUpElectron } from './made-up-electron.ts';

const MEBIBYTE = 1_048_576;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-package-'));
const packed = path.join(folder, 'dist', 'linux-unpacked');
let inArchive: readonly string[] = [];

beforeAll(async () => {
  expect(await build()).toBeNull();
  const electron = path.join(folder, 'electron');
  writeMadeUpElectron(electron);
  const options = [`-c.electronDist=${electron}`, `-c.directories.output=${path.join(folder, 'dist')}`];
  execFileSync(
    process.execPath,
    [at('node_modules/electron-builder/cli.js'), '--linux', '--x64', '--dir', ...options],
    {
      cwd: at(),
      stdio: 'pipe',
    },
  );
  const listing = execFileSync(
    process.execPath,
    [at('node_modules/@electron/asar/bin/asar.js'), 'list', path.join(packed, 'resources', 'app.asar')],
    { encoding: 'utf8' },
  );
  inArchive = listing
    .split('\n')
    .filter(Boolean)
    .map((name) => name.slice(1).replaceAll('\\', '/'));
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Files and folders of `below`, relative to the project. */
const tree = (below: string): string[] =>
  fs.readdirSync(at(below), { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(below, name));

test('the package holds all that was built but the maps', () => {
  const built = tree('out').filter((name) => !name.endsWith('.map'));
  expect(built.length).toBeGreaterThan(4);
  expect(inArchive).toEqual(expect.arrayContaining([...built, 'package.json']));
});

test('the package holds nothing else: no sources, no tests, no modules, no maps', () => {
  const strangers = inArchive.filter((name) => name !== 'package.json' && name !== 'out' && !name.startsWith('out/'));
  expect(strangers).toEqual([]);
  expect(inArchive.filter((name) => name.endsWith('.map'))).toEqual([]);
});

test('the package is below 5 MB', () => {
  expect(fs.statSync(path.join(packed, 'resources', 'app.asar')).size).toBeLessThan(5 * MEBIBYTE);
});

test('the fuses of the executable are blown', () => {
  // In the order of @electron/fuses: run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, asar integrity,
  // only from asar, browser process snapshot, file protocol privileges.
  expect(fusesOf(path.join(packed, 'longshore'))).toMatch(/^01001101/);
});
