import fs from 'node:fs';
import path from 'node:path';

const inProgramFiles = (...parts: readonly string[]): string[] =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, ...parts));

const CANDIDATES: Partial<Record<NodeJS.Platform, () => string[]>> = {
  linux: () => {
    const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
    const folders = new Set([...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/snap/bin']);
    return names.flatMap((name) => [...folders].filter(Boolean).map((folder) => path.join(folder, name)));
  },
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: () => [
    ...inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
    ...inProgramFiles('Chromium', 'Application', 'chrome.exe'),
    ...inProgramFiles('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ],
};

/** The installed Chromium, Chrome or Edge: LONGSHORE_BROWSER where set, else the first in its usual places. */
export const findBrowser = (): string | null => {
  const named = process.env['LONGSHORE_BROWSER'];
  if (named) return fs.existsSync(named) ? named : null;
  return CANDIDATES[process.platform]?.().find((file) => fs.existsSync(file)) ?? null;
};
