import path from 'node:path';
import type { AppPackage } from './app-package.ts';
import type { CommandLine } from './command-line.ts';

/** The releases this stand-in was held against; the app shows them and nothing more. */
const VERSIONS = { electron: '45.4.1', chrome: '156.0.8078.79' };

/** Gives `process` what Electron's main process adds to Node's. */
export const dressProcess = (app: AppPackage, commandLine: CommandLine): void => {
  for (const [name, value] of Object.entries(VERSIONS)) {
    Object.defineProperty(process.versions, name, { value, enumerable: true });
  }
  Object.assign(process, {
    type: 'browser',
    defaultApp: true,
    resourcesPath: path.join(app.folder, 'resources'),
    argv: [process.execPath, ...commandLine.visible],
  });
};
