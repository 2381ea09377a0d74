import { ipAddress } from '#shared/contract/fields.ts';
import type { ConnectionSettings, DataConnectionChoice } from '#shared/model/connection.ts';
import { portRangeText, readPortRange } from './port-range.ts';

type ConnectionPart = Pick<
  ConnectionSettings,
  'dataConnection' | 'activePorts' | 'externalAddress' | 'trustPassiveHost' | 'keepAlive' | 'pipelining'
>;

/** How data connections come about, and how commands are sent. */
export interface ConnectionDraft extends Omit<ConnectionPart, 'activePorts' | 'externalAddress'> {
  readonly activePorts: string;
  readonly externalAddress: string;
}

export type ConnectionField = 'activePorts' | 'externalAddress';

/** Whether the server may have to call us, at ports and an address that can be chosen. */
export const canBeActive = (choice: DataConnectionChoice): boolean => choice === 'auto' || choice === 'active';

/** Whether we may call the server at an address that it tells us; EPSV tells none. */
export const canBePassive = (choice: DataConnectionChoice): boolean => choice === 'auto' || choice === 'passive';

export const connectionDraftOf = (settings: ConnectionPart): ConnectionDraft => ({
  dataConnection: settings.dataConnection,
  activePorts: settings.activePorts ? portRangeText(settings.activePorts) : '',
  externalAddress: settings.externalAddress ?? '',
  trustPassiveHost: settings.trustPassiveHost,
  keepAlive: settings.keepAlive,
  pipelining: settings.pipelining,
});

/** What is entered where it cannot be seen is no problem; it is left out. */
export const connectionProblems = (draft: ConnectionDraft): readonly ConnectionField[] => {
  const wrong: ConnectionField[] = [];
  if (!canBeActive(draft.dataConnection)) return wrong;
  if (draft.activePorts.trim() !== '' && readPortRange(draft.activePorts) === null) wrong.push('activePorts');
  if (draft.externalAddress.trim() !== '' && readAddress(draft.externalAddress) === null) wrong.push('externalAddress');
  return wrong;
};

export const connectionSettings = (draft: ConnectionDraft): ConnectionPart => ({
  ...draft,
  activePorts: readPortRange(draft.activePorts),
  externalAddress: readAddress(draft.externalAddress),
});

/** An IP address as entered; null where it is none. */
const readAddress = (text: string): string | null => ipAddress.safeParse(text.trim()).data ?? null;
