import { createStore } from 'zustand/vanilla';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { PasswordStorage, Site } from '#shared/model/site.ts';

/** The pages of the site editor, in their order. */
export const SITE_PAGES = [
  ...(['general', 'encryption', 'connection', 'proxy'] as const),
  ...(['login', 'listing', 'transfers', 'existing', 'profile'] as const),
] as const;

export type SitePage = (typeof SITE_PAGES)[number];

/** What the site editor is open for. */
export type SiteEditing =
  | {
      readonly kind: 'new';
      readonly settings: ConnectionSettings | null;
      /** The session whose password can be kept with the new site; null where there is none. */
      readonly sessionId: SessionId | null;
    }
  | { readonly kind: 'edit'; readonly site: Site };

export interface SitesState {
  /** By name, in the order of the person's language. */
  readonly sites: readonly Site[];
  readonly passwordStorage: PasswordStorage;
  readonly editing: SiteEditing | null;
  /** The page of the editor that is in sight. */
  readonly page: SitePage;
  /** The site that is about to be deleted, while the person is asked. */
  readonly deleting: Site | null;
}

export const sites = createStore<SitesState>()(() => ({
  sites: [],
  passwordStorage: 'unavailable',
  editing: null,
  page: 'general',
  deleting: null,
}));

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The saved sites as main now has them. */
export const receiveSites = (received: readonly Site[]): void =>
  sites.setState({ sites: [...received].sort((a, b) => byName.compare(a.name, b.name)) });

/** What this machine can do with passwords. */
export const receivePasswordStorage = (passwordStorage: PasswordStorage): void => sites.setState({ passwordStorage });

export const openSiteEditor = (editing: SiteEditing, page: SitePage = 'general'): void =>
  sites.setState({ editing, page });
export const showSitePage = (page: SitePage): void => sites.setState({ page });
export const closeSiteEditor = (): void => sites.setState({ editing: null });
export const askToDeleteSite = (site: Site | null): void => sites.setState({ deleting: site });
