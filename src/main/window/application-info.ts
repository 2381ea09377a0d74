import { sep } from 'node:path';
import type { App } from 'electron';
import type { ApplicationInfo } from '#shared/contract/application.ts';

/** What the window has to know of the program and the machine it runs on. */
export const applicationInfo = (
  app: Pick<App, 'getVersion' | 'getPath' | 'getPreferredSystemLanguages'>,
  platform: NodeJS.Platform,
): ApplicationInfo => ({
  version: app.getVersion(),
  // The BSDs and their like behave as Linux does.
  platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
  languages: app.getPreferredSystemLanguages(),
  home: app.getPath('home'),
  pathSeparator: sep,
});
