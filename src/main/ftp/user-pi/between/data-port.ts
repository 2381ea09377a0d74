import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { isIpv6 } from '../../network/address.ts';
import {
  formatExtendedPort,
  formatPort,
  type HostPort,
  parseExtendedPassiveReply,
  parsePassiveReply,
} from '../../protocol/host-port.ts';
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
  const { remoteAddress } = interpreter.control;
  let refused: Reply | null = null;
  if (asTlsClient || !isIpv6(remoteAddress)) {
    const verb = asTlsClient ? 'CPSV' : 'PASV';
    const reply = await ask(interpreter, verb);
    if (reply.code === 227) return believed(interpreter, parsePassiveReply(reply.lines.join(' ')));
    if (asTlsClient || !isNotImplemented(reply)) throw replyFault(reply, verb, 'preparing');
    refused = reply;
  }
  const reply = await ask(interpreter, 'EPSV');
  if (reply.code !== 229) throw replyFault(refused ?? reply, refused === null ? 'EPSV' : 'PASV', 'preparing');
  // RFC 2428 3: the port alone; the address is the one that the control connection has, as seen from here.
  return { host: remoteAddress, port: parseExtendedPassiveReply(reply.lines.join(' ')) };
};

/** An address in a 227 that is not the control connection's is believed only where the site says so, as for our own. */
const believed = ({ options, control }: Interpreter, announced: HostPort): HostPort => {
  if (announced.host === control.remoteAddress || options.trustPassiveHost) return announced;
  options.observer.note(`the server announced ${announced.host}; ${control.remoteAddress} is used instead`);
  return { host: control.remoteAddress, port: announced.port };
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
