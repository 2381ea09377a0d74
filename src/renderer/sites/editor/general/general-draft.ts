import { type ConnectionSettings, DEFAULT_CONNECTION, defaultPort, type Security } from '#shared/model/connection.ts';
import { ANONYMOUS_USER, readPort } from '../../../state/connection-draft.ts';

/** Where the server is, who signs in, and where the panes open. */
export interface GeneralDraft {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly user: string;
  readonly remotePath: string;
  readonly localPath: string;
}

export type GeneralField = 'host' | 'port' | 'remotePath';

type GeneralSettings = Pick<ConnectionSettings, 'host' | 'port' | 'security' | 'user' | 'remotePath' | 'localPath'>;

/** @param name the site's; null where it has none yet, then its host's */
export const generalDraftOf = (name: string | null, settings: GeneralSettings | null): GeneralDraft => {
  const { security, remotePath, localPath } = settings ?? DEFAULT_CONNECTION;
  return {
    name: name ?? settings?.host ?? '',
    host: settings?.host ?? '',
    port: settings && settings.port !== defaultPort(security) ? String(settings.port) : '',
    security,
    user: settings && settings.user !== ANONYMOUS_USER ? settings.user : '',
    remotePath: remotePath ?? '',
    localPath: localPath ?? '',
  };
};

export const generalProblems = ({ host, port, security, remotePath }: GeneralDraft): readonly GeneralField[] => {
  const wrong: GeneralField[] = [];
  if (host.trim() === '' || /[\s/@]/.test(host.trim())) wrong.push('host');
  if (readPort(port, security) === null) wrong.push('port');
  // On the wire a line end would be a second command.
  if (/[\r\n\0]/.test(remotePath)) wrong.push('remotePath');
  return wrong;
};

/** What was entered, where it has no problems. */
export const generalSettings = (draft: GeneralDraft): GeneralSettings => ({
  host: draft.host.trim(),
  port: readPort(draft.port, draft.security) ?? defaultPort(draft.security),
  security: draft.security,
  user: draft.user.trim() || ANONYMOUS_USER,
  remotePath: draft.remotePath === '' ? null : draft.remotePath,
  localPath: draft.localPath === '' ? null : draft.localPath,
});
