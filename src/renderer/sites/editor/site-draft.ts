import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { SITE_PAGES, type SiteEditing, type SitePage } from '../../state/sites.ts';
import {
  type ConnectionDraft,
  type ConnectionField,
  connectionDraftOf,
  connectionProblems,
  connectionSettings,
} from './connection/connection-draft.ts';
import {
  type EncryptionDraft,
  type EncryptionField,
  encryptionDraftOf,
  encryptionProblems,
  encryptionSettings,
} from './encryption/encryption-draft.ts';
import { type ExistingDraft, existingDraftOf } from './existing/existing-draft.ts';
import {
  type GeneralDraft,
  type GeneralField,
  generalDraftOf,
  generalProblems,
  generalSettings,
} from './general/general-draft.ts';
import {
  type ListingDraft,
  type ListingField,
  listingDraftOf,
  listingProblems,
  listingSettings,
} from './listing/listing-draft.ts';
import { type LoginDraft, type LoginField, loginDraftOf, loginProblems, loginSettings } from './login/login-draft.ts';
import {
  type ProfileDraft,
  type ProfileField,
  profileDraftOf,
  profileProblems,
  profileSettings,
} from './profile/profile-draft.ts';
import { type ProxyDraft, type ProxyField, proxyDraftOf, proxyProblems, proxySettings } from './proxy/proxy-draft.ts';
import {
  type TransfersDraft,
  type TransfersField,
  transfersDraftOf,
  transfersProblems,
  transfersSettings,
} from './transfers/transfers-draft.ts';

/** What stands in the fields of the site editor, page by page; secrets are apart, in `SecretDrafts`. */
export interface SiteDraft {
  readonly general: GeneralDraft;
  readonly encryption: EncryptionDraft;
  readonly connection: ConnectionDraft;
  readonly proxy: ProxyDraft;
  readonly login: LoginDraft;
  readonly listing: ListingDraft;
  readonly transfers: TransfersDraft;
  readonly existing: ExistingDraft;
  readonly profile: ProfileDraft;
}

/** The fields of each page that keep the draft from being saved. */
export interface SiteProblems {
  readonly general: readonly GeneralField[];
  readonly encryption: readonly EncryptionField[];
  readonly connection: readonly ConnectionField[];
  readonly proxy: readonly ProxyField[];
  readonly login: readonly LoginField[];
  readonly listing: readonly ListingField[];
  readonly transfers: readonly TransfersField[];
  readonly existing: readonly never[];
  readonly profile: readonly ProfileField[];
}

export const siteDraftOf = (editing: SiteEditing): SiteDraft => {
  const known = editing.kind === 'edit' ? editing.site.settings : editing.settings;
  const settings = known ?? DEFAULT_CONNECTION;
  return {
    general: generalDraftOf(editing.kind === 'edit' ? editing.site.name : null, known),
    encryption: encryptionDraftOf(settings),
    connection: connectionDraftOf(settings),
    proxy: proxyDraftOf(settings),
    login: loginDraftOf(settings),
    listing: listingDraftOf(settings),
    transfers: transfersDraftOf(settings),
    existing: existingDraftOf(settings),
    profile: profileDraftOf(settings),
  };
};

/** Other settings under the name that the draft has. */
export const draftWith = ({ general }: SiteDraft, settings: ConnectionSettings): SiteDraft => {
  const draft = siteDraftOf({ kind: 'new', settings, sessionId: null });
  return { ...draft, general: { ...draft.general, name: general.name } };
};

export const siteProblems = (draft: SiteDraft): SiteProblems => ({
  general: generalProblems(draft.general),
  encryption: encryptionProblems(draft.encryption),
  connection: connectionProblems(draft.connection),
  proxy: proxyProblems(draft.proxy),
  login: loginProblems(draft.login),
  listing: listingProblems(draft.listing),
  transfers: transfersProblems(draft.transfers),
  existing: [],
  profile: profileProblems(draft.profile),
});

export const NO_PROBLEMS: SiteProblems = {
  general: [],
  encryption: [],
  connection: [],
  proxy: [],
  login: [],
  listing: [],
  transfers: [],
  existing: [],
  profile: [],
};

/** A page that has a problem: the one in sight, else the first; null where there is none. */
export const firstWrongPage = (problems: SiteProblems, inSight: SitePage): SitePage | null =>
  [inSight, ...SITE_PAGES].find((page) => problems[page].length > 0) ?? null;

/** The draft as settings; what has problems is left out of them. */
export const settingsOfDraft = (draft: SiteDraft): ConnectionSettings => {
  const transfers = transfersSettings(draft.transfers);
  return {
    ...generalSettings(draft.general),
    ...encryptionSettings(draft.encryption),
    ...connectionSettings(draft.connection),
    ...proxySettings(draft.proxy),
    ...loginSettings(draft.login),
    ...listingSettings(draft.listing),
    ...transfers,
    transferPolicy: { ...transfers.transferPolicy, ...draft.existing },
    ...profileSettings(draft.profile),
  };
};

/** What a site of this draft is called. */
export const nameOfDraft = ({ general }: SiteDraft): string => general.name.trim() || general.host.trim();
