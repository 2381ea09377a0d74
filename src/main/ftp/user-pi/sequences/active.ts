import type { Socket } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { isIpv6 } from '../../network/address.ts';
import { formatExtendedPort, formatPort } from '../../protocol/host-port.ts';
import { listenActive } from '../../user-dtp/active.ts';
import type { DataRoute } from '../data-route.ts';
import { ask, demand, type Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * An active data connection: we listen, tell the server-PI where, and the server-DTP calls when the transfer command
 * has been taken:
 *
 *     B --EPRT--> W --2--> S       4,5: PORT instead, where the address is one of IPv4
 *       --PORT--> W --2--> S       4,5 -> F
 *
 * Faults: `reply`, `data-connection`, `cancelled`; stage `preparing`.
 */
export const announceActive = async (interpreter: Interpreter, signal: AbortSignal | null): Promise<DataRoute> => {
  const { options, control } = interpreter;
  const port = await listenActive({
    localAddress: control.localAddress,
    serverAddress: control.remoteAddress,
    ports: options.activePorts,
    onStranger: (address) => options.observer.note(`a data connection from ${address} was turned away`),
  });
  const announced = { host: options.externalAddress ?? control.localAddress, port: port.port };
  try {
    const reply = await ask(interpreter, 'EPRT', formatExtendedPort(announced));
    if (!isCompletion(reply)) {
      if (isIpv6(announced.host)) throw replyFault(reply, 'EPRT', 'preparing');
      // The turn of whoever cancelled is over by now: a PORT would go between the commands of another group.
      if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
      await demand(interpreter, 'PORT', formatPort(announced));
    }
  } catch (error) {
    port.close();
    throw error;
  }
  let socket: Socket | null = null;
  return {
    async open() {
      socket = await port.accept(options.timeouts.connect);
      return socket;
    },
    direct: false,
    way: 'active',
    close() {
      port.close();
      socket?.destroy();
    },
  };
};
