import type { SitePage } from '../../state/sites.ts';
import { isSameChoice } from '../../transfers/choice/same-choice.ts';
import { connectionSettings } from './connection/connection-draft.ts';
import { encryptionSettings } from './encryption/encryption-draft.ts';
import { listingSettings } from './listing/listing-draft.ts';
import { loginSettings } from './login/login-draft.ts';
import { profileSettings } from './profile/profile-draft.ts';
import { proxySettings } from './proxy/proxy-draft.ts';
import { type SiteDraft, siteDraftOf } from './site-draft.ts';
import { type TransfersDraft, transfersSettings } from './transfers/transfers-draft.ts';

const USUAL = siteDraftOf({ kind: 'new', settings: null, sessionId: null });

const differs = <Part>(settings: (draft: Part) => unknown, draft: Part, usual: Part): boolean =>
  JSON.stringify(settings(draft)) !== JSON.stringify(settings(usual));

/** The rules about files that are there already have a page of their own. */
const policyOf = (draft: TransfersDraft): unknown => ({
  ...transfersSettings(draft).transferPolicy,
  conflictRules: null,
});

/** The pages with anything that differs from what suits nearly every server. The first is what every site fills in. */
export const changedPages = (draft: SiteDraft): Readonly<Record<SitePage, boolean>> => ({
  general: false,
  encryption: differs(encryptionSettings, draft.encryption, USUAL.encryption),
  connection: differs(connectionSettings, draft.connection, USUAL.connection),
  proxy: differs(proxySettings, draft.proxy, USUAL.proxy),
  login: differs(loginSettings, draft.login, USUAL.login),
  listing: differs(listingSettings, draft.listing, USUAL.listing),
  transfers:
    draft.transfers.allocate !== USUAL.transfers.allocate ||
    differs(policyOf, draft.transfers, USUAL.transfers) ||
    !isSameChoice(draft.transfers.transfer, USUAL.transfers.transfer),
  existing: draft.existing.conflictRules.length > 0,
  profile: differs(profileSettings, draft.profile, USUAL.profile),
});
