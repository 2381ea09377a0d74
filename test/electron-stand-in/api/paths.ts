import os from 'node:os';
import path from 'node:path';
import { launch } from '../launch.ts';

const HOME_FOLDERS: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

const appData = (): string => {
  const home = os.homedir();
  if (process.platform === 'win32') return process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
};

/**
 * `app.getPath` without what the app set itself.
 *
 * @throws Error for a name that Electron does not know either.
 */
export const defaultPath = (name: string, appName: string): string => {
  const homeFolder = HOME_FOLDERS[name];
  if (homeFolder) return path.join(os.homedir(), homeFolder);
  switch (name) {
    case 'home':
      return os.homedir();
    case 'appData':
      return appData();
    case 'userData':
    case 'sessionData':
      return path.resolve(launch().commandLine.userData ?? path.join(appData(), appName));
    case 'temp':
      return os.tmpdir();
    case 'logs':
      return path.join(defaultPath('userData', appName), 'logs');
    case 'exe':
      return process.execPath;
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
};
