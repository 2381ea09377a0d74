import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { findBrowser } from './find-browser.ts';

export interface ChromiumOptions {
  readonly profile: string;
  readonly headed: boolean;
  readonly debuggingPort: number | null;
  readonly language: string | null;
}

/** A running browser, held by its pipes. */
export interface Chromium {
  readonly devtools: DevtoolsPipe;
  readonly exited: Promise<void>;
  /** Opens one more window, without tabs and address bar, in the running browser. Headed only. */
  openAppWindow(address: string, width: number, height: number): void;
  /** Ends the browser; by force where it does not go within three seconds. */
  end(): Promise<void>;
}

const PATIENCE_MS = 3_000;

const commonArguments = (options: ChromiumOptions): string[] => [
  `--user-data-dir=${options.profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  // Without these the browser asks for hosts of its maker.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter',
  '--password-store=basic',
  '--use-mock-keychain',
  // The window's modules are loaded from files, as Electron allows.
  '--allow-file-access-from-files',
  // A test's window is never in front; it must be as quick as one that is.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  ...(options.language ? [`--lang=${options.language}`] : []),
  // Chromium refuses to sandbox as root; --test-type keeps it from saying so in every window.
  ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
];

const modeArguments = (options: ChromiumOptions): string[] => [
  '--remote-debugging-pipe',
  '--no-startup-window',
  ...(options.debuggingPort === null ? [] : [`--remote-debugging-port=${options.debuggingPort}`]),
  ...(options.headed ? [] : ['--headless=new', '--hide-scrollbars', '--force-color-profile=srgb']),
];

const environmentOf = ({ headed, profile }: ChromiumOptions): NodeJS.ProcessEnv => {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  const isUtf8 = /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') || process.platform !== 'linux';
  return {
    ...process.env,
    // In a locale that is not UTF-8 Chromium silently leaves out dropped files whose names are not ASCII.
    ...(isUtf8 ? {} : { LC_ALL: 'C.UTF-8' }),
    // It would leave folders of its own in the home folder that a test looks at.
    ...(headed ? {} : { HOME: profile }),
  };
};

const tellDevtoolsAddress = (stderr: Readable): void => {
  let text = '';
  stderr.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    // Playwright waits for this line on our own stderr; the rest of Chromium's chatter concerns nobody.
    for (const line of lines) if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
  });
};

const settled = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

/**
 * Starts the installed browser without a window.
 *
 * @throws Error where none is installed; its message says what to do.
 */
export const startChromium = (options: ChromiumOptions): Chromium => {
  const executable = findBrowser();
  if (!executable) {
    throw new Error(
      'electron stand-in: no Chromium, Chrome or Edge found; install one or name it with LONGSHORE_BROWSER',
    );
  }
  fs.mkdirSync(options.profile, { recursive: true });
  const common = commonArguments(options);
  const child = spawn(executable, [...common, ...modeArguments(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: environmentOf(options),
  });
  const [, , stderr, toBrowser, fromBrowser] = child.stdio;
  tellDevtoolsAddress(stderr as Readable);
  const devtools = new DevtoolsPipe(toBrowser as Writable, fromBrowser as Readable);
  const exited = settled(child);
  return {
    devtools,
    exited,
    openAppWindow: (address, width, height) => {
      // A second start with the same profile hands its window over to the running browser and ends.
      spawn(executable, [...common, `--app=${address}`, `--window-size=${width},${height}`], {
        stdio: 'ignore',
        env: environmentOf(options),
      });
    },
    end: async () => {
      devtools.browser.send('Browser.close').catch(() => child.kill('SIGTERM'));
      const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(force);
    },
  };
};
