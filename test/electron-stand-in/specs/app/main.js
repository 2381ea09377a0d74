import path from 'node:path';
import { app, BrowserWindow, ipcMain, session } from 'electron';

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('sender', (event) => ({
  isMainFrame: event.senderFrame === event.sender.mainFrame,
  url: event.senderFrame.url,
}));
ipcMain.handle('fail', () => {
  throw new RangeError('too far');
});
ipcMain.on('say-it-back', (event, value) => event.sender.send('said', value));
ipcMain.on('sum', (event, a, b) => {
  event.returnValue = a + b;
});

const open = () => {
  const window = new BrowserWindow({
    width: 640,
    height: 480,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      preload: path.join(import.meta.dirname, 'preload.cjs'),
    },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    globalThis.asked = [...(globalThis.asked ?? []), `open ${url}`];
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event, url) => {
    globalThis.asked = [...(globalThis.asked ?? []), `navigate ${url}`];
    event.preventDefault();
  });
  return window.loadFile('index.html').catch((error) => {
    // A window that was closed meanwhile has no page to miss.
    if (!window.isDestroyed()) throw error;
  });
};
globalThis.openWindow = open;

app.on('window-all-closed', () => app.quit());
await app.whenReady();
session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
await open();
