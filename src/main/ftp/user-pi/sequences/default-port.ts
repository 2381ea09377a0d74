import { listenActive } from '../../user-dtp/active.ts';
import type { DataRoute } from '../data-route.ts';
import type { Interpreter } from '../interpreter.ts';
import { listeningRoute } from './listening-route.ts';

/**
 * The default data port (RFC 959 3.2, 5.2), which every server-FTP has to have: nothing is announced. We listen on the
 * control connection's own local port U, and when the transfer command has been taken the server-DTP calls it from the
 * port next to its control port L:
 *
 *     control   U ---> L          (21)
 *     data      U <--- L - 1      (20)
 *
 * A server without the right to port 20 calls from any other; what counts is its address.
 *
 * Faults: `data-connection`, stage `preparing`, where the port cannot be listened on.
 */
export const listenOnDefaultPort = async (interpreter: Interpreter): Promise<DataRoute> => {
  const { control, state } = interpreter;
  const { observer } = interpreter.options;
  const port = await listenActive({
    localAddress: control.localAddress,
    serverAddress: control.serverAddress,
    ports: [control.localPort, control.localPort],
    onStranger: (address) => observer.note(`a data connection from ${address} was turned away`),
  });
  return listeningRoute(interpreter, port, 'default-port', (socket) => {
    state.usedDefaultPort = true;
    const expected = control.remotePort - 1;
    if (socket.remotePort !== expected) {
      observer.note(`the data connection comes from port ${socket.remotePort}; ${expected} is the default`);
    }
  });
};
