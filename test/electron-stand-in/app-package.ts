import fs from 'node:fs';
import path from 'node:path';

/** The app that is run: where it is and what its package.json says. */
export interface AppPackage {
  /** The folder of package.json: `app.getAppPath()`. */
  readonly folder: string;
  /** The file that main begins with. */
  readonly entry: string;
  readonly name: string;
  readonly version: string;
}

interface PackageJson {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/**
 * Finds the app as Electron does: a folder is run by its package.json's `main`, a file is run itself and belongs to
 * the nearest package.json above it.
 *
 * @throws Error where there is no such folder or file, or no package.json.
 */
export const findApp = (named: string | null): AppPackage => {
  const target = path.resolve(named ?? '.');
  const isFolder = fs.statSync(target).isDirectory();
  let folder = isFolder ? target : path.dirname(target);
  while (!fs.existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no package.json at or above ${target}`);
    folder = parent;
  }
  const json: PackageJson = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return {
    folder,
    entry: isFolder ? path.join(folder, json.main ?? 'index.js') : target,
    name: json.productName ?? json.name ?? 'Electron',
    version: json.version ?? '0.0.0',
  };
};
