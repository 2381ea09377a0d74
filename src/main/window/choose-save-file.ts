import type { BrowserWindow, Dialog } from 'electron';

type Windows = Pick<typeof BrowserWindow, 'getAllWindows'>;

/**
 * Asks where to write a file, in the system's dialog, as a sheet of our window where there is one; null where it was
 * closed. The system asks before a file is replaced.
 * @param name the one that is offered
 * @param extensions of the kinds it can be written as, without the dot
 */
export const chooseSaveFile = async (
  windows: Windows,
  dialog: Pick<Dialog, 'showSaveDialog'>,
  name: string,
  extensions: readonly string[],
): Promise<string | null> => {
  const options = {
    defaultPath: name,
    filters: extensions.map((extension) => ({ name: extension.toUpperCase(), extensions: [extension] })),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  } satisfies Parameters<Dialog['showSaveDialog']>[0];
  const [window] = windows.getAllWindows();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
};
