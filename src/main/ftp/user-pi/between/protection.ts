import { demand, type Interpreter, together } from '../interpreter.ts';
import { protectAgain } from '../sequences/secure-data.ts';
import type { CopyWay } from './copy-way.ts';

/**
 * How the data between two servers is protected. TLS needs a client, and both are servers:
 * - `sscn-target`, `sscn-source`: SSCN ON makes that one the client, whoever of the two calls
 * - `cpsv`: CPSV in place of PASV makes the one that listens the client
 * - `clear`: not at all
 */
export type Protection = 'sscn-target' | 'sscn-source' | 'cpsv' | 'clear';

/**
 * What can be tried one way round, the best first; empty where the data would go in the clear against the person's wish.
 * Neither SSCN nor CPSV stands in an RFC, so each is used only where FEAT (RFC 2389) has it.
 *
 * The client had better be the one that receives. TLS 1.3's server sends session tickets behind the handshake (RFC 8446
 * 4.6.1); a client that only sends never reads them, and closing over unread bytes resets the connection under the last
 * of the data (seen with two ProFTPDs: 226 from the source, 426 from the target).
 */
export const protectionsOf = ({ active, passive }: CopyWay, allowClear: boolean): readonly Protection[] => {
  const secured = [active, passive].filter(({ interpreter }) => interpreter.state.wantsPrivateData);
  if (secured.length === 0) return ['clear'];
  const found: Protection[] = [];
  if (secured.length === 2) {
    const knowSscn = secured.filter(({ interpreter }) => knows(interpreter, 'SSCN')).map(({ side }) => side);
    if (knowSscn.includes('target')) found.push('sscn-target');
    if (knows(passive.interpreter, 'CPSV')) found.push('cpsv');
    if (knowSscn.includes('source')) found.push('sscn-source');
  }
  // Behind CCC the level can be changed no more (RFC 4217 5).
  const canClear = secured.every(({ interpreter }) => !interpreter.control.cleared);
  return allowClear && canClear ? [...found, 'clear'] : found;
};

const knows = ({ state }: Interpreter, verb: string): boolean => state.features.has(verb);

/** Puts both servers into it: PROT and SSCN, where they are not so already. Faults: `reply`, `security`. */
export const protectBetween = async ({ active, passive }: CopyWay, protection: Protection): Promise<void> => {
  const both = [active, passive].map(({ interpreter, side }) =>
    setProtection(interpreter, protection === 'clear', protection === `sscn-${side}`),
  );
  await together(...both);
};

/** As it is for data connections to us: as the site wants it, and the server is TLS's server. Faults: as above. */
export const protectOrdinarily = (interpreter: Interpreter): Promise<void> =>
  setProtection(interpreter, !interpreter.state.wantsPrivateData, false);

/** Whether nothing of a transfer between servers is in force any more. */
export const isOrdinary = ({ state }: Interpreter): boolean =>
  !state.actsAsTlsClient && state.protectsData === state.wantsPrivateData;

const setProtection = async (interpreter: Interpreter, inClear: boolean, asClient: boolean): Promise<void> => {
  const { state, control } = interpreter;
  const sent: Promise<void>[] = [];
  if (state.actsAsTlsClient !== asClient) sent.push(setSscn(interpreter, asClient));
  if (inClear && state.protectsData) sent.push(protectAgain(interpreter, 'C'));
  else if (!inClear && !state.protectsData && control.tlsProtocol !== null) sent.push(protectAgain(interpreter, 'P'));
  await together(...sent);
};

const setSscn = async (interpreter: Interpreter, on: boolean): Promise<void> => {
  await demand(interpreter, 'SSCN', on ? 'ON' : 'OFF');
  interpreter.state.actsAsTlsClient = on;
};
