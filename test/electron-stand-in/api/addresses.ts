/**
 * Chromium loads nothing from a scheme it does not know, so `scheme://host/path` of a handler is loaded as
 * `http://host.scheme.localhost/path`, which never leaves the browser: every such request is answered by the handler.
 * The app sees its own addresses only.
 */
const inPage = /^http:\/\/([^/]*)\.([a-z][a-z0-9+-]*)\.localhost(\/.*)?$/s;
const inApp = /^([a-z][a-z0-9+-]*):\/\/([^/?#]+)(.*)$/is;

/** The app's address of what the page calls `address`. */
export const toAppAddress = (address: string, isHandled: (scheme: string) => boolean): string => {
  const match = inPage.exec(address);
  return match?.[2] && isHandled(match[2]) ? `${match[2]}://${match[1]}${match[3] ?? '/'}` : address;
};

/** The address to load for the app's `address`. */
export const toPageAddress = (address: string, isHandled: (scheme: string) => boolean): string => {
  const match = inApp.exec(address);
  if (!match?.[1] || !isHandled(match[1].toLowerCase())) return address;
  return `http://${match[2]}.${match[1].toLowerCase()}.localhost${match[3] || '/'}`;
};
