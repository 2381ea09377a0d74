import { deleteSite, listSites, saveSite } from '#shared/contract/sites.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { SessionId, SessionView } from '#shared/model/session.ts';
import type { Site } from '#shared/model/site.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { currentSessionId, panes } from '../state/panes.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import {
  askToDeleteSite,
  closeSiteEditor,
  openSiteEditor,
  receivePasswordStorage,
  receiveSites,
  sites,
} from '../state/sites.ts';

/** What is to become of a site's password. */
export type PasswordChange =
  | { readonly kind: 'leave' }
  | { readonly kind: 'keep'; readonly secret: string }
  | { readonly kind: 'keep-from-session'; readonly sessionId: SessionId }
  | { readonly kind: 'forget' };

/** The same of a secret that no session is connected with. */
export type SecretChange = Exclude<PasswordChange, { kind: 'keep-from-session' }>;

export interface SiteWish {
  /** Null: a new one. */
  readonly siteId: string | null;
  readonly name: string;
  readonly settings: ConnectionSettings;
  readonly secrets: {
    readonly login: PasswordChange;
    readonly proxy: SecretChange;
    readonly 'client-certificate': SecretChange;
  };
}

/** Reads the saved sites and what this machine can do with passwords; later changes come as events. */
export const loadSites = async (): Promise<void> => {
  const result = await call(listSites, {});
  if (!result.ok) return reportFault(result.fault, { retry: () => void loadSites() });
  receiveSites(result.value.sites);
  receivePasswordStorage(result.value.passwordStorage);
};

/** Saves a site and closes its editor; where it cannot be saved, the editor stays with what was entered. */
export const saveSiteWish = async (wish: SiteWish): Promise<void> => {
  const result = await call(saveSite, wish);
  if (!result.ok) return reportFault(result.fault);
  closeSiteEditor();
};

/**
 * Gives a site other settings and leaves its name and secrets.
 * @returns whether it has them
 */
export const saveSiteSettings = async ({ siteId, name }: Site, settings: ConnectionSettings): Promise<boolean> => {
  const leave = { kind: 'leave' } as const;
  const secrets = { login: leave, proxy: leave, 'client-certificate': leave };
  const result = await call(saveSite, { siteId, name, settings, secrets });
  if (!result.ok) reportFault(result.fault);
  return result.ok;
};

/** Opens the editor on the connection that is shown, to keep it as a site. */
export const addCurrentAsSite = (): void => {
  const session = sessionOf(sessions.getState(), currentSessionId(panes.getState()));
  openSiteEditor(
    session
      ? { kind: 'new', settings: session.settings, sessionId: session.sessionId }
      : { kind: 'new', settings: null, sessionId: null },
  );
};

/** Opens what is known of a session's server: with its site, else with a new one, to keep what is set there. */
export const showServerProfile = ({ sessionId, siteId, settings }: SessionView): void => {
  const site = sites.getState().sites.find((each) => each.siteId === siteId);
  openSiteEditor(site ? { kind: 'edit', site } : { kind: 'new', settings, sessionId }, 'profile');
};

/** Deletes a site and its password, after the person said yes. */
export const deleteSiteForGood = async (site: Site): Promise<void> => {
  askToDeleteSite(null);
  const result = await call(deleteSite, { siteId: site.siteId });
  if (!result.ok) reportFault(result.fault, { retry: () => void deleteSiteForGood(site) });
};
