import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/application.ts';
import type { MenuWords } from './menu-words/en.ts';

export interface MenuOptions {
  readonly words: MenuWords;
  readonly platform: NodeJS.Platform;
  readonly development: boolean;
  readonly choose: (command: MenuCommand) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu. Its own commands are told to the window, which acts on them as on its own shortcuts. */
export const menuTemplate = ({ words, platform, development, choose }: MenuOptions): MenuItemConstructorOptions[] => {
  const mac = platform === 'darwin';
  const command = (id: MenuCommand, label: string, accelerator: string): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator,
    click: () => choose(id),
  });
  // Keys that mean something else while one is typing: shown here, acted on by the pane that has the focus.
  const paneCommand = (id: MenuCommand, label: string, accelerator: string): MenuItemConstructorOptions => ({
    ...command(id, label, accelerator),
    registerAccelerator: false,
  });
  const preferences = command('preferences', words.preferences, 'CmdOrCtrl+,');

  const application: MenuItemConstructorOptions[] = mac
    ? [
        {
          role: 'appMenu',
          submenu: [
            { role: 'about' },
            SEPARATOR,
            preferences,
            SEPARATOR,
            { role: 'services' },
            SEPARATOR,
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            SEPARATOR,
            { role: 'quit' },
          ],
        },
      ]
    : [];

  return [
    ...application,
    {
      label: words.connection,
      submenu: [
        command('new-connection', words.newConnection, 'CmdOrCtrl+N'),
        command('disconnect', words.disconnect, 'CmdOrCtrl+Shift+D'),
        ...(mac ? [] : [SEPARATOR, preferences]),
        SEPARATOR,
        mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.file,
      submenu: [
        paneCommand('send', words.send, 'CmdOrCtrl+Enter'),
        paneCommand('send-with-options', words.sendWithOptions, 'CmdOrCtrl+Shift+Enter'),
        SEPARATOR,
        command('new-folder', words.newFolder, 'CmdOrCtrl+Shift+N'),
        paneCommand('rename', words.rename, 'F2'),
        paneCommand('delete', words.delete, mac ? 'Cmd+Backspace' : 'Delete'),
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        SEPARATOR,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        paneCommand('select-all', words.selectAll, 'CmdOrCtrl+A'),
      ],
    },
    {
      label: words.view,
      submenu: [
        command('refresh', words.refresh, 'CmdOrCtrl+R'),
        SEPARATOR,
        command('choose-left', words.leftPane, 'CmdOrCtrl+1'),
        command('choose-right', words.rightPane, 'CmdOrCtrl+2'),
        SEPARATOR,
        command('toggle-sites', words.sites, 'CmdOrCtrl+B'),
        command('toggle-transcript', words.transcript, 'CmdOrCtrl+Shift+T'),
        command('toggle-hidden', words.hiddenFiles, 'CmdOrCtrl+Shift+.'),
        SEPARATOR,
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        SEPARATOR,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(development ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
  ];
};
