import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { handedOver, shell } from './shell.ts';
import { Notification, powerMonitor, powerSaveBlocker, screen } from './system.ts';
import { strict, unavailable } from './unavailable.ts';

/** What `import … from 'electron'` answers in the main process. */
export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

export const webContents = strict('webContents', {
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id: number) => BrowserWindow.fromId(id)?.webContents,
  fromDevToolsTargetId: (targetId: string) => BrowserWindow.fromTarget(targetId)?.webContents,
});

/** Not Electron's: what tests may look at. */
export const standIn = { handedOver };

export const autoUpdater = unavailable('autoUpdater');
export const BaseWindow = unavailable('BaseWindow');
export const contentTracing = unavailable('contentTracing');
export const crashReporter = unavailable('crashReporter');
export const desktopCapturer = unavailable('desktopCapturer');
export const globalShortcut = unavailable('globalShortcut');
export const inAppPurchase = unavailable('inAppPurchase');
export const MessageChannelMain = unavailable('MessageChannelMain');
export const nativeImage = unavailable('nativeImage');
export const net = unavailable('net');
export const netLog = unavailable('netLog');
export const pushNotifications = unavailable('pushNotifications');
export const ShareMenu = unavailable('ShareMenu');
export const systemPreferences = unavailable('systemPreferences');
export const TouchBar = unavailable('TouchBar');
export const Tray = unavailable('Tray');
export const utilityProcess = unavailable('utilityProcess');
export const View = unavailable('View');
export const webFrameMain = unavailable('webFrameMain');
export const WebContentsView = unavailable('WebContentsView');
