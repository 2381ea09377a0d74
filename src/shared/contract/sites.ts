import { z } from 'zod';
import type { PasswordStorage, Site } from '../model/site.ts';
import { answers, event, request } from './define.ts';
import { connectionSettings, secret, siteId } from './fields.ts';

export const listSites = request(
  'sites/list',
  z.strictObject({}),
  answers<{ readonly sites: readonly Site[]; readonly passwordStorage: PasswordStorage }>(),
);

/** What to do with a secret of the site: leave it, take it into the vault, or take it out. */
const secretChanges = [
  z.strictObject({ kind: z.literal('leave') }),
  z.strictObject({ kind: z.literal('keep'), secret }),
  z.strictObject({ kind: z.literal('forget') }),
] as const;
const secretChange = z.discriminatedUnion('kind', secretChanges);
const passwordChange = z.discriminatedUnion('kind', [
  ...secretChanges,
  /** Keep the one that this session is connected with; the window has long forgotten it. */
  z.strictObject({ kind: z.literal('keep-from-session'), sessionId: z.string().min(1).max(64) }),
]);

/** A new site where `siteId` is null, else the changed one. */
export const saveSite = request(
  'sites/save',
  z.strictObject({
    siteId: siteId.nullable(),
    name: z.string().trim().min(1).max(200),
    settings: connectionSettings,
    secrets: z.strictObject({ login: passwordChange, proxy: secretChange, 'client-certificate': secretChange }),
  }),
  answers<Site>(),
);

export const deleteSite = request('sites/delete', z.strictObject({ siteId }), answers<null>());

export const sitesChanged = event('sites/changed', 'latest', answers<readonly Site[]>());
