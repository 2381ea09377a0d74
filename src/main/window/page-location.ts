import { pathToFileURL } from 'node:url';

/** Where the window's page is: a file of the built app, or the development server. */
export interface PageLocation {
  /** The page's address without query and fragment. */
  readonly url: string;
}

/**
 * @param file the built page
 * @param developmentUrl the address of the development server, where there is one
 */
export const pageLocation = (file: string, developmentUrl: string | undefined): PageLocation => ({
  url: developmentUrl === undefined ? pathToFileURL(file).href : new URL(developmentUrl).href,
});

/** Whether an address is our page: the very file, or, from the development server, anything of its origin. */
export const isOurPage = (location: PageLocation, address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const found = new URL(address);
  const ours = new URL(location.url);
  if (ours.protocol !== 'file:') return found.origin === ours.origin;
  return found.protocol === 'file:' && found.host === ours.host && found.pathname === ours.pathname;
};
