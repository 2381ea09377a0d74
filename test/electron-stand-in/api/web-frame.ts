/** The main frame as IPC events name their sender: `senderFrame` is this object, and `webContents.mainFrame` too. */
export class MainFrame {
  url = '';
  readonly parent = null;
  readonly detached = false;
  readonly routingId = 1;
  readonly processId = 1;

  get top(): MainFrame {
    return this;
  }

  get origin(): string {
    // Node calls the origin of a file or a scheme of the app's own "null"; Electron says file:// and scheme://host.
    const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)/i.exec(this.url);
    return match?.[1] ?? 'null';
  }

  isDestroyed(): boolean {
    return false;
  }
}
