import { statSync } from 'node:fs';
// The default export: a Node too old to have the function still gets as far as saying so.
import module from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where a user's programs keep what they can make anew.
 *
 * @param environment looked at for XDG_CACHE_HOME (XDG Base Directory Specification) and LOCALAPPDATA
 * @returns an absolute path; nothing need be there
 */
export const cacheFolder = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): string => {
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'Longshore');
  if (platform === 'win32')
    return path.join(environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Longshore', 'Cache');
  const named = environment['XDG_CACHE_HOME'] ?? '';
  return path.join(path.isAbsolute(named) ? named : path.join(home, '.cache'), 'longshore');
};

/**
 * Where what is compiled is kept: in the user's own folder, as what lies there is run. Null where the home is another's, as
 * it may be after sudo: who it belongs to must not say what root runs.
 *
 * @param uid the user's; undefined on Windows, where a home is never another's
 */
export const compiledFolder = (home: string, uid: number | undefined): string | null => {
  if (!path.isAbsolute(home)) return null;
  if (uid !== undefined && statSync(home, { throwIfNoEntry: false })?.uid !== uid) return null;
  return path.join(cacheFolder(process.platform, process.env, home), 'compiled');
};

/**
 * Has V8 keep what it compiles of the modules for the next run, which starts a quarter sooner then. Where the folder cannot
 * be written nothing is kept. NODE_COMPILE_CACHE names another, NODE_DISABLE_COMPILE_CACHE=1 has nothing kept.
 */
export const keepCompiled = (): void => {
  const folder = compiledFolder(homedir(), process.getuid?.());
  if (folder !== null) module.enableCompileCache(folder);
};
