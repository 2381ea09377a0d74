import type { OnReadOpts, Socket } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import { isIpv6 } from '../../network/address.ts';
import { parseExtendedPassiveReply, parsePassiveReply } from '../../protocol/host-port.ts';
import { connectPassive } from '../../user-dtp/passive.ts';
import type { DataRoute } from '../data-route.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { learn } from '../learn.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * A passive data connection, connected before the transfer command is sent, so that a port that leads nowhere can
 * still be given up for another way:
 *
 *     B --EPSV--> W --229--> connect --> S        4,5 and a port that leads nowhere: PASV from now on
 *       --PASV--> W --227--> connect --> S        4,5 -> F
 *
 * Faults: `reply`, `data-connection`, `protocol: malformed-address`, `cancelled`; stage `preparing`.
 */
export const announcePassive = async (
  interpreter: Interpreter,
  onread: OnReadOpts | null,
  signal: AbortSignal | null,
): Promise<DataRoute> => {
  const { learned } = interpreter.options;
  const onlyExtended = isIpv6(interpreter.control.remoteAddress);
  if (!learned.epsvFails || onlyExtended) {
    try {
      return route(await byExtendedPassive(interpreter, onread, signal), onread);
    } catch (error) {
      if (onlyExtended || !(error instanceof FaultError) || !mayTryPassive(error)) throw error;
      if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
      interpreter.options.observer.note(`EPSV does not work here (${error.message}); trying PASV`);
    }
  }
  const socket = await byPassive(interpreter, onread, signal);
  learn(interpreter, 'epsvFails');
  return route(socket, onread);
};

const mayTryPassive = ({ fault }: FaultError): boolean =>
  fault.kind === 'reply' || fault.kind === 'data-connection' || fault.kind === 'protocol';

type Connecting = (interpreter: Interpreter, onread: OnReadOpts | null, signal: AbortSignal | null) => Promise<Socket>;

/** EPSV (RFC 2428 3): the port alone; the host is the control connection's. */
const byExtendedPassive: Connecting = async (interpreter, onread, signal) => {
  const reply = await ask(interpreter, 'EPSV');
  if (reply.code !== 229) throw replyFault(reply, 'EPSV', 'preparing');
  const port = parseExtendedPassiveReply(reply.lines.join(' '));
  const host = interpreter.control.remoteAddress;
  return connectPassive({ host, port }, { timeoutMs: interpreter.options.timeouts.connect, signal, onread });
};

/**
 * PASV (RFC 959 4.1.2). A host that is not the control connection's is behind a translator that was forgotten, or
 * would have us knock at somebody else's door (CVE-2020-8284): it is believed only where the site says so.
 */
const byPassive: Connecting = async (interpreter, onread, signal) => {
  const { options, control } = interpreter;
  const reply = await ask(interpreter, 'PASV');
  if (reply.code !== 227) throw replyFault(reply, 'PASV', 'preparing');
  const announced = parsePassiveReply(reply.lines.join(' '));
  const differs = announced.host !== control.remoteAddress;
  if (differs && !options.trustPassiveHost) {
    options.observer.note(`the server announced ${announced.host}; ${control.remoteAddress} is used instead`);
  }
  const host = options.trustPassiveHost ? announced.host : control.remoteAddress;
  return connectPassive({ host, port: announced.port }, { timeoutMs: options.timeouts.connect, signal, onread });
};

const route = (socket: Socket, onread: OnReadOpts | null): DataRoute => {
  // Whoever takes the socket over listens for errors; one that comes before shows as a destroyed socket.
  socket.on('error', () => {});
  return {
    open: async () => socket,
    direct: onread !== null,
    way: 'passive',
    close: () => socket.destroy(),
  };
};
