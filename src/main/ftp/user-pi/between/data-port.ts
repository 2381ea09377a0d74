import type { FaultError } from '#shared/fault.ts';
import { isCompletion, type Reply, replyText } from '#shared/ftp/reply.ts';
import { isIpv6 } from '../../network/address.ts';
import {
  formatExtendedPort,
  formatPort,
  type HostPort,
  parseExtendedPassiveReply,
  parsePassiveReply,
} from '../../protocol/host-port.ts';
import { protocolFault } from '../../protocol/protocol-fault.ts';
import { ask, type Interpreter, isNotImplemented } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * Has a server listen for the other one. PASV goes first where it can: a server may take EPSV for a sign that the client
 * itself will call.
 *
 *     B --PASV--> W --227--> S        4,5: EPSV
 *       --EPSV--> W --229--> S        4,5 -> F
 *       --CPSV--> W --227--> S        4,5 -> F
 *
 * @param asTlsClient CPSV: it listens, and is the client of TLS all the same
 * Faults: `reply`, `protocol: malformed-address`.
 */
export const haveListen = async (interpreter: Interpreter, asTlsClient: boolean): Promise<HostPort> => {
  const { serverAddress, dataHost } = interpreter.control;
  let refused: Reply | null = null;
  if (asTlsClient || !isIpv6(dataHost)) {
    const verb = asTlsClient ? 'CPSV' : 'PASV';
    const reply = await ask(interpreter, verb);
    if (reply.code === 227) return believed(interpreter, reply);
    if (asTlsClient || !isNotImplemented(reply)) throw replyFault(reply, verb, 'preparing');
    refused = reply;
  }
  const reply = await ask(interpreter, 'EPSV');
  if (reply.code !== 229) throw replyFault(refused ?? reply, refused === null ? 'EPSV' : 'PASV', 'preparing');
  // RFC 2428 3: the port alone; the address is the one that the control connection has, as seen from here.
  if (serverAddress === null) throw unknownAddress(reply);
  return { host: serverAddress, port: parseExtendedPassiveReply(reply.lines.join(' ')) };
};

/** An address in a 227 that is not the control connection's is believed only where the site says so, as for our own. */
const believed = ({ options, control }: Interpreter, reply: Reply): HostPort => {
  const announced = parsePassiveReply(reply.lines.join(' '));
  const { serverAddress } = control;
  if (announced.host === serverAddress || options.trustPassiveHost) return announced;
  if (serverAddress === null) throw unknownAddress(reply);
  options.observer.note(`the server announced ${announced.host}; ${serverAddress} is used instead`);
  return { host: serverAddress, port: announced.port };
};

/** A proxy was told the server's name: what its address is only the server itself could say. */
const unknownAddress = (reply: Reply): FaultError => {
  const detail = `its address is not known through the proxy, and not believed here: ${replyText(reply)}`;
  return protocolFault('malformed-address', detail);
};

/**
 * Tells a server where to call (RFC 959 4.1.2, RFC 2428 2):
 *
 *     B --PORT--> W --2--> S        500, 502, 504: EPRT
 *       --EPRT--> W --2--> S        4,5 -> F
 *
 * Faults: `reply`.
 */
export const haveCall = async (interpreter: Interpreter, address: HostPort): Promise<void> => {
  if (isIpv6(address.host))
    return throwUnlessTaken(await ask(interpreter, 'EPRT', formatExtendedPort(address)), 'EPRT');
  const reply = await ask(interpreter, 'PORT', formatPort(address));
  if (isCompletion(reply)) return;
  const extended = isNotImplemented(reply) ? await ask(interpreter, 'EPRT', formatExtendedPort(address)) : reply;
  // What PORT was answered tells more: every server knows PORT.
  if (!isCompletion(extended)) throw replyFault(reply, 'PORT', 'preparing');
};

const throwUnlessTaken = (reply: Reply, verb: string): void => {
  if (!isCompletion(reply)) throw replyFault(reply, verb, 'preparing');
};
