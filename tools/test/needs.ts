import fs from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../test/electron-stand-in/browser/find-browser.ts';
import { installSystemPackages } from '../lib/system-packages.ts';

/** Something a ring needs on the machine, and the Debian package that brings it. */
export interface Need {
  readonly package: string;
  readonly present: () => boolean;
}

/** Whether a program of this name can be started. */
const onPath = (name: string): boolean =>
  [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin'].some(
    (folder) => folder !== '' && fs.existsSync(path.join(folder, name)),
  );

const program = (name: string, fromPackage = name): Need => ({ package: fromPackage, present: () => onPath(name) });

export const BROWSER: Need = { package: 'chromium', present: () => findBrowser() !== null };
/** Without it the names of Japanese files are boxes, and as wide as boxes. */
export const CJK_FONT: Need = {
  package: 'fonts-noto-cjk',
  present: () => process.platform !== 'linux' || fs.existsSync('/usr/share/fonts/opentype/noto'),
};
export const XVFB = program('Xvfb', 'xvfb');
export const PS = program('ps', 'procps');
export const PYTHON = program('python3');
export const CURL = program('curl');
export const LFTP = program('lftp');
export const WGET = program('wget');
export const NCFTP = program('ncftpget', 'ncftp');
export const TIME = program('time');
export const IPROUTE = program('ip', 'iproute2');
export const OPENSSL = program('openssl');

/**
 * Installs what is missing where this process may.
 *
 * @returns null where everything is there in the end, else the command that would install the rest.
 */
export const meet = async (needs: readonly Need[]): Promise<string | null> => {
  const absent = (): string[] => needs.filter(({ present }) => !present()).map((need) => need.package);
  if (absent().length > 0) await installSystemPackages(absent());
  const still = absent();
  return still.length === 0 ? null : `needs ${still.join(', ')}: sudo apt-get install ${still.join(' ')}`;
};
