import fs from 'node:fs';
import path from 'node:path';
import { at, CACHE } from '../lib/paths.mjs';
import { run } from '../lib/processes.ts';

const DOWNLOAD_LIMIT_MS = 20_000;
const FORGET_FAILURE_MS = 24 * 60 * 60 * 1_000;
const PACKAGE = at('node_modules/electron');

/**
 * The executable of the Electron that is installed; null where only its package is. Looks at files: importing the
 * package would start a download.
 *
 * @param folder of the `electron` package.
 */
export const installedElectron = (folder: string): string | null => {
  const named = path.join(folder, 'path.txt');
  if (!fs.existsSync(named)) return null;
  const executable = path.join(folder, 'dist', fs.readFileSync(named, 'utf8').trim());
  return fs.existsSync(executable) ? executable : null;
};

/** A download that failed is not tried again on the same day, so that every further start is quick. */
const failureNote = (): string => {
  const { version } = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return path.join(CACHE, `electron-${version}-download-failed`);
};

const failedLately = (note: string): boolean =>
  fs.existsSync(note) && Date.now() - fs.statSync(note).mtimeMs < FORGET_FAILURE_MS;

/** Real Electron's executable, downloaded first where that takes no more than 20 seconds; else null. */
export const electronExecutable = async (): Promise<string | null> => {
  const installed = installedElectron(PACKAGE);
  if (installed || process.env['LONGSHORE_SKIP_ELECTRON_DOWNLOAD'] === '1') return installed;
  const note = failureNote();
  if (failedLately(note)) return null;
  await run(process.execPath, [path.join(PACKAGE, 'install.js')], { limit: DOWNLOAD_LIMIT_MS });
  const downloaded = installedElectron(PACKAGE);
  if (!downloaded) {
    fs.mkdirSync(CACHE, { recursive: true });
    fs.writeFileSync(note, '');
  }
  return downloaded;
};
