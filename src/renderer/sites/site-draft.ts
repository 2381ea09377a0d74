import {
  type ConnectionSettings,
  type DataConnectionChoice,
  DEFAULT_CONNECTION,
  type Security,
} from '#shared/model/connection.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { PasswordChange } from '../actions/sites.ts';
import { ANONYMOUS_USER, defaultPort, readPort } from '../state/connection-draft.ts';
import type { SiteEditing } from '../state/sites.ts';

/** What stands in the fields of the site editor; the password stays in its own field. */
export interface SiteDraft {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly user: string;
  readonly account: string;
  readonly dataConnection: DataConnectionChoice;
  readonly encoding: string;
  readonly remotePath: string;
  readonly localPath: string;
}

/** iconv-lite's names of the encodings that FTP servers are met with. */
export const ENCODINGS = [
  ...['auto', 'utf8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'windows-1250', 'iso-8859-2', 'windows-1251'],
  ...['koi8-r', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr', 'cp437', 'cp850'],
] as const;

/** Which fields keep the draft from being saved. */
export interface SiteProblems {
  readonly host: boolean;
  readonly port: boolean;
  readonly remotePath: boolean;
}

export const siteDraftOf = (editing: SiteEditing): SiteDraft => {
  const settings = editing.kind === 'edit' ? editing.site.settings : editing.settings;
  return {
    name: editing.kind === 'edit' ? editing.site.name : (settings?.host ?? ''),
    host: settings?.host ?? '',
    port: settings && settings.port !== defaultPort(settings.security) ? String(settings.port) : '',
    security: settings?.security ?? 'try',
    user: settings && settings.user !== ANONYMOUS_USER ? settings.user : '',
    account: settings?.account ?? '',
    dataConnection: settings?.dataConnection ?? 'auto',
    encoding: settings?.encoding ?? 'auto',
    remotePath: settings?.remotePath ?? '',
    localPath: settings?.localPath ?? '',
  };
};

export const siteProblems = (draft: SiteDraft): SiteProblems => ({
  host: draft.host.trim() === '' || /[\s/@]/.test(draft.host.trim()),
  port: readPort(draft.port, draft.security) === null,
  // On the wire a line end would be a second command.
  remotePath: /[\r\n\0]/.test(draft.remotePath),
});

/** The draft as a name and settings; null while it has problems. */
export const siteOf = (draft: SiteDraft): { name: string; settings: ConnectionSettings } | null => {
  const problems = siteProblems(draft);
  const port = readPort(draft.port, draft.security);
  if (problems.host || problems.remotePath || port === null) return null;
  const host = draft.host.trim();
  return {
    name: draft.name.trim() || host,
    settings: {
      ...DEFAULT_CONNECTION,
      host,
      port,
      user: draft.user.trim() || ANONYMOUS_USER,
      account: draft.account === '' ? null : draft.account,
      security: draft.security,
      dataConnection: draft.dataConnection,
      encoding: draft.encoding,
      remotePath: draft.remotePath === '' ? null : draft.remotePath,
      localPath: draft.localPath === '' ? null : draft.localPath,
    },
  };
};

interface PasswordWish {
  /** What stands in the password's field. */
  readonly typed: string;
  /** Whether it is to be kept at all. */
  readonly keep: boolean;
  /** Whether the vault holds one for the site. */
  readonly hasPassword: boolean;
  /** The session whose password can be kept; null where there is none. */
  readonly sessionId: SessionId | null;
}

/** What is to become of the site's password. */
export const passwordChangeOf = ({ typed, keep, hasPassword, sessionId }: PasswordWish): PasswordChange => {
  if (!keep) return hasPassword ? { kind: 'forget' } : { kind: 'leave' };
  if (typed !== '') return { kind: 'keep', password: typed };
  return sessionId === null ? { kind: 'leave' } : { kind: 'keep-from-session', sessionId };
};
