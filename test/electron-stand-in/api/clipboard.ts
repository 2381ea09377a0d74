import { launch } from '../launch.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { strict } from './unavailable.ts';

let text = '';

/** In front of a person the text goes to the system's clipboard too, by way of the page. */
const writeThroughPage = async (): Promise<void> => {
  const { devtools } = await app.browser();
  await devtools.browser.send('Browser.grantPermissions', { permissions: ['clipboardSanitizedWrite'] });
  const [window] = BrowserWindow.getAllWindows();
  await window?.webContents.executeJavaScript(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
};

export const clipboard = strict('clipboard', {
  /** What the app wrote; what other programs wrote cannot be read. */
  readText: (): string => text,
  writeText: (value: string): void => {
    text = value;
    if (!launch().headed) return;
    writeThroughPage().catch((error: Error) => console.error('electron stand-in: clipboard:', error.message));
  },
  clear: (): void => {
    text = '';
  },
});
