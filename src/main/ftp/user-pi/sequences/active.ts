import { FaultError } from '#shared/fault.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import { isIpv6 } from '../../network/address.ts';
import { command } from '../../protocol/command.ts';
import { formatExtendedPort, formatPort, type HostPort } from '../../protocol/host-port.ts';
import { type ActivePort, listenActive } from '../../user-dtp/active.ts';
import { listenAtProxy } from '../../user-dtp/active-by-proxy.ts';
import type { DataRoute } from '../data-route.ts';
import { ask, demand, type Interpreter } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';
import { tunnelOf } from '../proxy-limits.ts';
import { replyFault } from '../reply-fault.ts';
import { listeningRoute } from './listening-route.ts';

/**
 * An active data connection: we listen, or a SOCKS5 proxy does for us, tell the server-PI where, and the server-DTP
 * calls when the transfer command has been taken:
 *
 *     B --EPRT--> W --2--> S       4,5: PORT instead, where the address is one of IPv4
 *       --PORT--> W --2--> S       4,5 -> F
 *
 * Faults: `reply`, `data-connection`, `cancelled`; stage `preparing`.
 */
export const announceActive = async (interpreter: Interpreter, signal: AbortSignal | null): Promise<DataRoute> => {
  const port = await listen(interpreter, signal);
  try {
    interpreter.state.activeVerb = await announce(interpreter, addressOf(interpreter, port), signal);
  } catch (error) {
    port.close();
    throw error;
  }
  return listeningRoute(interpreter, port, 'active');
};

/** @returns the verb that the server took */
const announce = async (
  interpreter: Interpreter,
  announced: HostPort,
  signal: AbortSignal | null,
): Promise<'EPRT' | 'PORT'> => {
  const { learned } = interpreter.options;
  const mustExtend = isIpv6(announced.host);
  let refusal: Evidence = [];
  if (mustExtend || !learned.eprtFails) {
    const argument = formatExtendedPort(announced);
    const reply = await ask(interpreter, 'EPRT', argument);
    if (isCompletion(reply)) return 'EPRT';
    if (mustExtend) throw replyFault(reply, 'EPRT', 'preparing');
    refusal = dialogueOf(`EPRT ${argument}`, reply);
    // The turn of whoever cancelled is over by now: a PORT would go between the commands of another group.
    if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
  }
  await demand(interpreter, 'PORT', formatPort(announced));
  if (!mustExtend) learn(interpreter, 'eprtFails', true, refusal);
  return 'PORT';
};

/** A port that is listened on and has not been announced yet. */
export interface UnannouncedRoute {
  readonly route: DataRoute;
  /** Sends the verb that the server took before, and waits for no reply. */
  announce(): void;
}

/**
 * An active data connection for a transfer that leaves together with others: the port is there first, so that its
 * announcement and the transfer command can go out in one breath.
 * Faults: `data-connection` with stage `preparing` where nothing can be listened on.
 */
export const listenAhead = async (interpreter: Interpreter, verb: 'EPRT' | 'PORT'): Promise<UnannouncedRoute> => {
  const { dialogue, codec } = interpreter;
  const port = await listen(interpreter, null);
  const address = addressOf(interpreter, port);
  return {
    route: listeningRoute(interpreter, port, 'active'),
    announce() {
      const argument = verb === 'EPRT' ? formatExtendedPort(address) : formatPort(address);
      const sent = command(verb, argument, codec);
      // Refused, nobody calls the port, and the transfer command is answered 425.
      dialogue.send(sent, { stage: 'preparing', owns: COMMAND_OKAY, spoils: true });
    },
  };
};

/** RFC 959 5.4: PORT is answered 200, a transfer 226 or 250. */
const COMMAND_OKAY: ReadonlySet<number> = new Set([200]);

const listen = ({ options, control }: Interpreter, signal: AbortSignal | null): Promise<ActivePort> => {
  const { serverAddress, dataHost, localAddress } = control;
  const onStranger = (address: string): void =>
    options.observer.note(`a data connection from ${address} was turned away`);
  const tunnel = tunnelOf(options);
  if (tunnel === null) return listenActive({ localAddress, serverAddress, ports: options.activePorts, onStranger });
  const timeoutMs = options.timeouts.connect;
  return listenAtProxy({
    tunnel,
    server: { host: dataHost, port: options.port },
    serverAddress,
    timeoutMs,
    signal,
    onStranger,
  });
};

const addressOf = ({ options }: Interpreter, { host, port }: ActivePort): HostPort => ({
  host: options.externalAddress ?? host,
  port,
});
