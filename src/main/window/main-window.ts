import { BrowserWindow } from 'electron';
import type { WindowBounds } from '../preferences/window-bounds.ts';

export interface MainWindowOptions {
  /** The bundled preload. */
  readonly preload: string;
  /** Where it stood last time; undefined the first time. */
  readonly bounds: WindowBounds | undefined;
  /** Whether the page will come up dark: the window has that colour before the page has painted. */
  readonly dark: boolean;
  /** Told when the window closes. */
  readonly onClose: (bounds: WindowBounds) => void;
  readonly development: boolean;
}

const FIRST_SIZE = { width: 1200, height: 780 };
const SMALLEST_SIZE = { minWidth: 720, minHeight: 480 };
const BACKGROUND = { light: '#ffffff', dark: '#16181c' };

/** The window, hidden until its page has something to show. Load the page once everything listens to it. */
export const createMainWindow = (options: MainWindowOptions): BrowserWindow => {
  const { bounds } = options;
  const window = new BrowserWindow({
    ...(bounds ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : FIRST_SIZE),
    ...SMALLEST_SIZE,
    show: false,
    backgroundColor: options.dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.development,
    },
  });
  window.once('ready-to-show', () => {
    if (bounds?.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => options.onClose({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  return window;
};

/** Brings the window before the person. */
export const bringForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
