import type { Socket } from 'node:net';
import type { ActivePort } from '../../user-dtp/active.ts';
import type { DataRoute } from '../data-route.ts';
import type { Interpreter } from '../interpreter.ts';

/**
 * The way to a data connection that the server-DTP opens.
 *
 * @param port where it calls
 * @param onCall told of its socket
 */
export const listeningRoute = (
  { options }: Interpreter,
  port: ActivePort,
  way: 'active' | 'default-port',
  onCall: (socket: Socket) => void = () => {},
): DataRoute => {
  let socket: Socket | null = null;
  let turn: Promise<void> = Promise.resolve();
  return {
    async open() {
      socket = await port.accept(options.timeouts.connect, turn);
      onCall(socket);
      return socket;
    },
    direct: false,
    way,
    announcedAhead: false,
    callsAfter(itsTurn) {
      turn = itsTurn;
    },
    close() {
      port.close();
      socket?.destroy();
    },
    reset() {
      port.close();
      socket?.resetAndDestroy();
    },
  };
};
