/** Composition root of the app. */

import path from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { menuChosen } from '#shared/contract/application.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import { spareProcessors } from './ftp/spare-processors.ts';
import { connectUserFtp } from './ftp/user-ftp.ts';
import { readWindowBounds, writeWindowBounds } from './preferences/window-bounds.ts';
import { createServices } from './services.ts';
import { createElectronKeyWrapper } from './site/electron-key-wrapper.ts';
import { type StartArguments, startArguments } from './start-arguments.ts';
import { DATABASE_NAME } from './store/database.ts';
import { openStore } from './store/open-store.ts';
import { findIdsBeside } from './transfer/kept/find-ids-beside.ts';
import { applicationInfo } from './window/application-info.ts';
import { attendTransfers } from './window/attend-transfers.ts';
import { chooseFile } from './window/choose-file.ts';
import { chooseSaveFile } from './window/choose-save-file.ts';
import { connectIpc } from './window/connect-ipc.ts';
import { giveWay } from './window/give-way.ts';
import { localPlaces } from './window/local-places.ts';
import { bringForward, createMainWindow } from './window/main-window.ts';
import { menuTemplate } from './window/menu.ts';
import { menuWords } from './window/menu-words.ts';
import { pageLocation } from './window/page-location.ts';
import { reviveAfterCrash } from './window/revive.ts';
import { confinePages, denyPermissions } from './window/security.ts';
import { queueWords, storeWords } from './window/store-words.ts';
import { systemPower } from './window/system-power.ts';

/** Milliseconds that transfers and servers are given to end well when the program quits. */
const FAREWELL_MS = 5_000;
const SCHEMES = ['ftp', 'ftps', 'ftpes'];
/** As the installer names it, so that Windows sees one program in the taskbar. */
const APPLICATION_ID = 'app.longshore.client';

const location = pageLocation(
  path.join(import.meta.dirname, '../renderer/index.html'),
  app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'],
);

const openApp = (): void => {
  const file = path.join(app.getPath('userData'), DATABASE_NAME);
  const { database, salvage } = openStore(file);
  const languages = app.getPreferredSystemLanguages();

  const apply = ({ theme, language }: Preferences): void => {
    nativeTheme.themeSource = theme;
    const template = menuTemplate({
      words: menuWords(language, languages),
      platform: process.platform,
      development: !app.isPackaged,
      choose: (command) => services.hub.emit(menuChosen, command),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  const services = createServices({
    database,
    connect: connectUserFtp,
    findIds: findIdsBeside(path.join(import.meta.dirname, 'find-ids.js'), file),
    keyWrapper: createElectronKeyWrapper(safeStorage, process.platform),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    desktop: {
      trash: (file) => shell.trashItem(file),
      reveal: (file) => shell.showItemInFolder(file),
      chooseFile: () => chooseFile(BrowserWindow, dialog),
      chooseSaveFile: (name, extensions) => chooseSaveFile(BrowserWindow, dialog, name, extensions),
      places: () => localPlaces((name) => app.getPath(name), process.platform),
    },
    application: {
      info: () => applicationInfo(app, process.platform),
      copyText: (text) => clipboard.writeText(text),
      personActive: giveWay(spareProcessors),
    },
    power: systemPower(powerMonitor, powerSaveBlocker),
    onPreferences: apply,
    onBrokenQueue: (error) => {
      const { language } = services.preferences.read();
      const detail = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox(app.name, queueWords(language, languages, detail));
    },
  });
  apply(services.preferences.read());
  if (salvage !== null) {
    dialog.showErrorBox(app.name, storeWords(services.preferences.read().language, languages, salvage));
  }
  attendTransfers({
    queue: services.transfers,
    asker: services.asker,
    preferences: services.preferences.read,
    languages,
    electron: { app, BrowserWindow, Notification },
  });

  const ipc = connectIpc(ipcMain, services.routes, services.hub, location);
  const openWindow = (): void => {
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    const window = createMainWindow({
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      bounds: readWindowBounds(database, screens),
      dark: nativeTheme.shouldUseDarkColors,
      development: !app.isPackaged,
      onClose: (bounds) => writeWindowBounds(database, bounds),
    });
    ipc.add(window.webContents);
    reviveAfterCrash(window.webContents);
    void window.loadURL(location.url).catch((error: unknown) => {
      // A window that was closed meanwhile has no page to miss.
      if (!window.isDestroyed()) dialog.showErrorBox(app.name, String(error));
    });
  };

  const wish = ({ url, practiceUrl }: StartArguments): void => {
    if (practiceUrl !== null && !app.isPackaged) services.wishes.add(practiceUrl, true);
    else if (url !== null) services.wishes.add(url, false);
  };
  const comeForward = (): void => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) bringForward(window);
    else openWindow();
  };

  app.on('second-instance', (_event, argv) => {
    wish(startArguments(argv));
    comeForward();
  });
  openLink = (url) => {
    wish({ commandLine: null, url, practiceUrl: null });
    comeForward();
  };
  // macOS says so at every click on the dock, at the start too.
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  let leaving = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    // Told to quit again while it says farewell: once is enough.
    if (leaving) return;
    leaving = true;
    const patience = setTimeout(() => app.exit(0), FAREWELL_MS);
    void services.close().finally(() => {
      clearTimeout(patience);
      database.close();
      app.exit(0);
    });
  });

  wish(started);
  if (earlyLink !== null) wish({ ...started, url: earlyLink });
  openWindow();
};

// macOS hands links over this way, and may do so before the program is ready.
let earlyLink: string | null = null;
let openLink = (url: string): void => {
  earlyLink = url;
};

const started = startArguments(process.argv);

const startApp = async (): Promise<void> => {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    openLink(url);
  });
  // A development build must not take the system's links away from an installed one.
  if (app.isPackaged) for (const scheme of SCHEMES) app.setAsDefaultProtocolClient(scheme);
  app.setAppUserModelId(APPLICATION_ID);
  confinePages(app, location);
  await app.whenReady();
  denyPermissions(session.defaultSession);
  try {
    openApp();
  } catch (error) {
    dialog.showErrorBox(app.name, error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
};

/** The command line of a packaged program, which has no other Node than the one it brings. */
const runCli = async (args: readonly string[]): Promise<void> => {
  const { runCommandLine } = await import('./cli/command-line.ts');
  const { processTerminal } = await import('./cli/process-terminal.ts');
  const end = (status: number): never => process.exit(status);
  const status = await runCommandLine(args, processTerminal(end), app.getVersion());
  // Electron goes on after the work is done and has to be told to end, once the last output has left.
  process.stdout.write('', () => end(status));
};

if (started.commandLine !== null) void runCli(started.commandLine);
else if (app.requestSingleInstanceLock()) void startApp();
else app.quit();
