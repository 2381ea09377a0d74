import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { findApp } from './app-package.ts';
import { readCommandLine } from './command-line.ts';
import { setLaunch } from './launch.ts';
import { dressProcess } from './process-dress.ts';

const commandLine = readCommandLine(process.argv.slice(2));
const app = findApp(commandLine.app);
const headed = process.env['STAND_IN_HEADED'] === '1';
if (headed && process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error('electron stand-in: no display to open a window on; xvfb-run -a lends one');
  process.exit(1);
}

// Playwright launches with exactly these two, waits for both inspectors and then calls __playwright_run. Whoever else
// debugs the main process does not, and must not wait for it.
const driven = commandLine.inspectPort === 0 && commandLine.debuggingPort === 0;
const { promise: mayBeReady, resolve: letReady } = Promise.withResolvers<void>();
Object.defineProperty(globalThis, '__playwright_run', { value: letReady });
if (!driven) letReady();

dressProcess(app, commandLine);
setLaunch({ app, commandLine, headed, mayBeReady });

// `electron` resolves to its replacement from ES modules, from require and from the inspector's console alike.
const replacement = new URL('./api/electron.ts', import.meta.url).href;
const ANSWERED = new Set(['electron', 'electron/main', 'electron/common']);
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    ANSWERED.has(specifier)
      ? { url: replacement, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context),
});

if (commandLine.inspectPort !== null) inspector.open(commandLine.inspectPort, '127.0.0.1');
const { app: application } = await import('./api/electron.ts');
const begun = application.begin();
await import(pathToFileURL(app.entry).href);
await begun;
