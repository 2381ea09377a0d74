import { findBrowser } from '../../test/electron-stand-in/browser/find-browser.ts';
import { at } from '../lib/paths.mjs';
import { installSystemPackages } from '../lib/system-packages.ts';
import { electronExecutable } from './electron-binary.ts';

/** How the window is opened. */
export interface WindowHost {
  readonly command: string;
  /** Stand before the app's folder and its arguments. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What keeps the window from being opened, as one line for the person. */
export class NoWindow extends Error {}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

const browserToInstall = (): string =>
  process.platform === 'linux'
    ? 'Chromium (Debian, Ubuntu: apt-get install chromium)'
    : 'Google Chrome or Microsoft Edge';

/**
 * Real Electron where it is present or quickly downloaded, else the stand-in in an installed browser.
 *
 * @param say told in one line where the stand-in is taken.
 * @throws NoWindow
 */
export const findWindowHost = async (say: (line: string) => void): Promise<WindowHost> => {
  if (!hasDisplay()) throw new NoWindow('There is no display to open a window on. Try: xvfb-run -a npm start');
  const electron = await electronExecutable();
  // Chromium, and so Electron, refuses its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (electron) return { command: electron, args: sandbox, environment: {} };
  if (!findBrowser()) await installSystemPackages(['chromium']);
  const browser = findBrowser();
  if (!browser)
    throw new NoWindow(`Electron's binary cannot be had here, and no browser is. Install ${browserToInstall()}.`);
  say(`Electron's binary cannot be had here: opening Longshore in ${browser} by the stand-in.`);
  return {
    command: process.execPath,
    args: [at('test/electron-stand-in/start.ts')],
    environment: { STAND_IN_HEADED: '1', LONGSHORE_BROWSER: browser },
  };
};
