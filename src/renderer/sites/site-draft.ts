import { ipAddress } from '#shared/contract/fields.ts';
import { meaningless } from '#shared/ftp/transfer-meaning.ts';
import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import {
  type ConnectionSettings,
  type DataConnectionChoice,
  DEFAULT_CONNECTION,
  defaultPort,
  type Security,
} from '#shared/model/connection.ts';
import { ANONYMOUS_USER, readPort } from '../state/connection-draft.ts';
import type { SiteEditing } from '../state/sites.ts';
import { portRangeText, readPortRange } from './port-range.ts';

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
  readonly activePorts: string;
  readonly externalAddress: string;
  readonly pipelining: boolean;
  readonly allocate: boolean;
  readonly transfer: TransferChoice;
  readonly remotePath: string;
  readonly localPath: string;
  /** What no field shows. */
  readonly kept: KeptSettings;
}

type KeptSettings = Pick<
  ConnectionSettings,
  'tls' | 'proxy' | 'login' | 'trustPassiveHost' | 'listing' | 'keepAlive' | 'overrides'
>;

/** iconv-lite's names of the encodings that FTP servers are met with. */
export const ENCODINGS = [
  ...['auto', 'utf8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'windows-1250', 'iso-8859-2', 'windows-1251'],
  ...['koi8-r', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr', 'cp437', 'cp850'],
] as const;

/** Which fields keep the draft from being saved. */
export interface SiteProblems {
  readonly host: boolean;
  readonly port: boolean;
  readonly activePorts: boolean;
  readonly externalAddress: boolean;
  readonly transfer: boolean;
  readonly remotePath: boolean;
}

export const siteDraftOf = (editing: SiteEditing): SiteDraft => {
  const settings = editing.kind === 'edit' ? editing.site.settings : editing.settings;
  const { activePorts, externalAddress, pipelining, allocate, transfer, ...others } = settings ?? DEFAULT_CONNECTION;
  return {
    name: editing.kind === 'edit' ? editing.site.name : (settings?.host ?? ''),
    host: settings?.host ?? '',
    port: settings && settings.port !== defaultPort(settings.security) ? String(settings.port) : '',
    security: others.security,
    user: settings && settings.user !== ANONYMOUS_USER ? settings.user : '',
    account: others.account ?? '',
    dataConnection: others.dataConnection,
    encoding: others.encoding,
    activePorts: activePorts ? portRangeText(activePorts) : '',
    externalAddress: externalAddress ?? '',
    pipelining,
    allocate,
    transfer,
    remotePath: others.remotePath ?? '',
    localPath: others.localPath ?? '',
    kept: {
      tls: others.tls,
      proxy: others.proxy,
      login: others.login,
      trustPassiveHost: others.trustPassiveHost,
      listing: others.listing,
      keepAlive: others.keepAlive,
      overrides: others.overrides,
    },
  };
};

/** Whether the server may have to call us, at ports and an address that can be chosen. */
export const canBeActive = (choice: DataConnectionChoice): boolean => choice === 'auto' || choice === 'active';

/** What is entered where it cannot be seen is no problem; it is left out. */
export const siteProblems = (draft: SiteDraft): SiteProblems => {
  const active = canBeActive(draft.dataConnection);
  return {
    host: draft.host.trim() === '' || /[\s/@]/.test(draft.host.trim()),
    port: readPort(draft.port, draft.security) === null,
    activePorts: active && draft.activePorts.trim() !== '' && readPortRange(draft.activePorts) === null,
    externalAddress: active && draft.externalAddress.trim() !== '' && readAddress(draft.externalAddress) === null,
    transfer: meaningless(draft.transfer) !== null,
    // On the wire a line end would be a second command.
    remotePath: /[\r\n\0]/.test(draft.remotePath),
  };
};

/** An IP address as entered; null where it is none. */
const readAddress = (text: string): string | null => ipAddress.safeParse(text.trim()).data ?? null;

/** The draft as a name and settings; null while it has problems. */
export const siteOf = (draft: SiteDraft): { name: string; settings: ConnectionSettings } | null => {
  const port = readPort(draft.port, draft.security);
  if (port === null || Object.values(siteProblems(draft)).includes(true)) return null;
  const host = draft.host.trim();
  return {
    name: draft.name.trim() || host,
    settings: {
      ...draft.kept,
      host,
      port,
      user: draft.user.trim() || ANONYMOUS_USER,
      account: draft.account === '' ? null : draft.account,
      security: draft.security,
      dataConnection: draft.dataConnection,
      encoding: draft.encoding,
      activePorts: readPortRange(draft.activePorts),
      externalAddress: readAddress(draft.externalAddress),
      pipelining: draft.pipelining,
      allocate: draft.allocate,
      transfer: draft.transfer,
      remotePath: draft.remotePath === '' ? null : draft.remotePath,
      localPath: draft.localPath === '' ? null : draft.localPath,
    },
  };
};
