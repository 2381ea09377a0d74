import type { DataConnectionChoice } from '#shared/model/connection.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import type { ConnectOptions } from '../../../src/main/ftp/engine.ts';

/** The ways to a data port, each with the command that must be seen for it; `none`: nothing is announced. */
export type PortCommand = 'EPSV' | 'PASV' | 'EPRT' | 'PORT' | 'none';

export const PORTS: readonly PortCommand[] = ['EPSV', 'PASV', 'EPRT', 'PORT', 'none'];

const CHOICES: Readonly<Record<PortCommand, DataConnectionChoice>> = {
  EPSV: 'passive',
  PASV: 'passive',
  EPRT: 'active',
  PORT: 'active',
  none: 'default-port',
};

/** What has the engine take this way and no other. */
export const optionsFor = (port: PortCommand): Partial<ConnectOptions> => ({
  dataConnection: CHOICES[port],
  learned: { ...nothingLearned(), epsvFails: port === 'PASV', eprtFails: port === 'PORT' },
});
