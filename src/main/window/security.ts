import type { App, Session } from 'electron';
import { isOurPage, type PageLocation } from './page-location.ts';

/** Keeps every page of the program where it is: nothing navigates, opens a window or brings another page in. */
export const confinePages = (app: App, location: PageLocation): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      // A reload is a navigation to the same page.
      if (!isOurPage(location, event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};

/** The page needs no camera, no position, no notification: whatever it asks for is denied. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
};
