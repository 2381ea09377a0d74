import { FaultError, type ServerSide } from '#shared/fault.ts';
import type { TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import { together } from '../interpreter.ts';
import { ensureParameters } from '../sequences/parameters.ts';
import type { Party } from './copy-way.ts';
import type { Hosts } from './no-way.ts';

/**
 * TYPE, STRU and MODE alike on both servers: what the one sends must be what the other takes.
 * Faults: `between-servers: parameters-refused`, with the side that does not have them.
 */
export const agreeOnParameters = async (
  parties: readonly Party[],
  parameters: TransferParameters,
  hosts: Hosts,
): Promise<void> => {
  await together(
    ...parties.map(({ interpreter, side }) => asSide(ensureParameters(interpreter, parameters, false), side, hosts)),
  );
};

const asSide = async (sent: Promise<void>, side: ServerSide, hosts: Hosts): Promise<void> => {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'reply') throw error;
    const { command, code, text, stage } = error.fault;
    const detail = `${hosts[side]}: ${command} ${code} ${text}`;
    throw new FaultError({ kind: 'between-servers', stage, reason: 'parameters-refused', side, ...hosts, detail });
  }
};
