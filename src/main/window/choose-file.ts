import type { BrowserWindow, Dialog } from 'electron';

type Windows = Pick<typeof BrowserWindow, 'getAllWindows'>;

/** Asks for a file in the system's dialog, as a sheet of our window where there is one; null where it was closed. */
export const chooseFile = async (windows: Windows, dialog: Pick<Dialog, 'showOpenDialog'>): Promise<string | null> => {
  const options = { properties: ['openFile', 'showHiddenFiles'] } satisfies Parameters<Dialog['showOpenDialog']>[0];
  const [window] = windows.getAllWindows();
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
};
