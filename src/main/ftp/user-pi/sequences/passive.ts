import type { OnReadOpts, Socket } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import { isIpv6 } from '../../network/address.ts';
import type { Destination } from '../../network/proxy/destination.ts';
import { parseExtendedPassiveReply, parsePassiveReply } from '../../protocol/host-port.ts';
import { connectPassive } from '../../user-dtp/passive.ts';
import type { DataRoute } from '../data-route.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { dialogueOf, evidenceOf, learn } from '../learn.ts';
import { tunnelOf } from '../proxy-limits.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * A passive data connection, connected before the transfer command is sent, so that a port that leads nowhere can
 * still be given up for another way:
 *
 *     B --EPSV--> W --229--> connect --> S        4,5 and a port that leads nowhere: PASV from now on
 *       --PASV--> W --227--> connect --> S        4,5 -> F
 *
 * Where the port was announced while the transfer before was under way, it is used; one that leads nowhere by now says
 * nothing about the server, and another is asked for.
 * Faults: `reply`, `data-connection`, `protocol: malformed-address`, `cancelled`; stage `preparing`.
 */
export const announcePassive = async (
  interpreter: Interpreter,
  onread: OnReadOpts | null,
  signal: AbortSignal | null,
): Promise<DataRoute> => {
  const { learned, observer } = interpreter.options;
  const ahead = await byAnnounced(interpreter, onread, signal);
  if (ahead !== null) return ahead;
  const onlyExtended = mustExtend(interpreter);
  let refusal: Evidence = [];
  if (!learned.epsvFails || onlyExtended) {
    try {
      const reply = await ask(interpreter, 'EPSV');
      return route(await CONNECT.EPSV(interpreter, reply, onread, signal), onread);
    } catch (error) {
      if (onlyExtended || !(error instanceof FaultError) || !mayTryPassive(error)) throw error;
      if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
      refusal = evidenceOf(error);
      observer.note(`EPSV does not work here (${error.message}); trying PASV`);
    }
  }
  const socket = await CONNECT.PASV(interpreter, await ask(interpreter, 'PASV'), onread, signal);
  learn(interpreter, 'epsvFails', true, refusal);
  return route(socket, onread);
};

/** Which command asks for a passive port, by what is known of the server. */
export const passiveVerb = (interpreter: Interpreter): 'EPSV' | 'PASV' =>
  interpreter.options.learned.epsvFails && !mustExtend(interpreter) ? 'PASV' : 'EPSV';

/** PASV can name addresses of IPv4 only (RFC 2428 1), and after EPSV ALL a server takes nothing else (RFC 2428 4). */
const mustExtend = ({ control, options }: Interpreter): boolean =>
  isIpv6(control.dataHost) || options.dataConnection === 'extended-passive';

const mayTryPassive = ({ fault }: FaultError): boolean =>
  fault.kind === 'reply' || fault.kind === 'data-connection' || fault.kind === 'protocol';

/** Connects to the port that was announced ahead as soon as it is known: for a transfer that is sure to follow. */
export const connectAhead = (interpreter: Interpreter): void => {
  const { state } = interpreter;
  const { announced } = state;
  if (announced === null) return;
  const socket = announced.reply.then((reply) => CONNECT[announced.verb](interpreter, reply, null, null));
  state.announced = { ...announced, socket: socket.then(ignoringErrors, () => null) };
};

/** Takes back what was announced ahead. */
export const dropAnnounced = ({ state }: Interpreter): void => {
  void state.announced?.socket?.then((socket) => socket?.destroy());
  state.announced = null;
};

/** The port that was announced ahead, connected; null where there is none or it is of no use. */
const byAnnounced = async (
  interpreter: Interpreter,
  onread: OnReadOpts | null,
  signal: AbortSignal | null,
): Promise<DataRoute | null> => {
  const { announced } = interpreter.state;
  if (announced === null) return null;
  interpreter.state.announced = null;
  try {
    const early = (await announced.socket) ?? null;
    if (early !== null && !early.destroyed) return route(early, null, true);
    return route(await CONNECT[announced.verb](interpreter, await announced.reply, onread, signal), onread, true);
  } catch (error) {
    if (!(error instanceof FaultError) || !mayTryPassive(error)) throw error;
    if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    return null;
  }
};

type Connecting = (
  interpreter: Interpreter,
  reply: Reply,
  onread: OnReadOpts | null,
  signal: AbortSignal | null,
) => Promise<Socket>;

const CONNECT: Readonly<Record<'EPSV' | 'PASV', Connecting>> = {
  /** RFC 2428 3: the port alone; the host is the control connection's. */
  EPSV: async (interpreter, reply, onread, signal) => {
    if (reply.code !== 229) throw replyFault(reply, 'EPSV', 'preparing');
    const port = parseExtendedPassiveReply(reply.lines.join(' '));
    return connectTo(interpreter, { host: interpreter.control.dataHost, port }, onread, signal);
  },

  /**
   * RFC 959 4.1.2. A host that is not the control connection's is behind a translator that was forgotten, or would
   * have us knock at somebody else's door (CVE-2020-8284): it is believed only where the site says so.
   */
  PASV: async (interpreter, reply, onread, signal) => {
    const { options, control } = interpreter;
    const { serverAddress, dataHost } = control;
    if (reply.code !== 227) throw replyFault(reply, 'PASV', 'preparing');
    const announced = parsePassiveReply(reply.lines.join(' '));
    const differs = announced.host !== dataHost;
    if (differs && !options.trustPassiveHost) {
      options.observer.note(`the server announced ${announced.host}; ${dataHost} is used instead`);
    }
    // Behind a proxy that was told a name nobody here knows whose address it is.
    if (serverAddress !== null) learn(interpreter, 'passiveHostDiffers', differs, dialogueOf('PASV', reply));
    const host = options.trustPassiveHost ? announced.host : dataHost;
    return connectTo(interpreter, { host, port: announced.port }, onread, signal);
  },
};

/**
 * Milliseconds for a server that has just answered to be connected with once more. A firewall that drops the attempt says
 * nothing, and a person waits for each way that is tried in turn.
 */
const PATIENCE = 10_000;

const connectTo = (
  { options }: Interpreter,
  target: Destination,
  onread: OnReadOpts | null,
  signal: AbortSignal | null,
): Promise<Socket> =>
  connectPassive(target, {
    timeoutMs: Math.min(PATIENCE, options.timeouts.connect),
    signal,
    onread,
    tunnel: tunnelOf(options),
  });

/** Whoever takes a socket over listens for errors; one that comes before shows as a destroyed socket. */
const ignoringErrors = (socket: Socket): Socket => socket.on('error', () => {});

const route = (socket: Socket, onread: OnReadOpts | null, announcedAhead = false): DataRoute => {
  ignoringErrors(socket);
  return {
    open: async () => socket,
    direct: onread !== null,
    way: 'passive',
    announcedAhead,
    callsAfter: () => {},
    close: () => socket.destroy(),
    reset: () => socket.resetAndDestroy(),
  };
};
