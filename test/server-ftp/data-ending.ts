import type { Socket } from 'node:net';
import type { DataScript } from './script.ts';

/**
 * Ends a data connection after everything was sent on it.
 *
 * @param plain the TCP socket
 * @param socket the TLS socket over it, or the same
 */
export const endDataConnection = async (
  plain: Socket,
  socket: Socket,
  ending: NonNullable<DataScript['ending']>,
): Promise<void> => {
  switch (ending) {
    case 'close':
      return new Promise((resolve) => {
        socket.once('close', resolve);
        socket.end(resolve);
      });
    case 'reset':
      plain.resetAndDestroy();
      return;
    case 'no-close-notify':
      // Under the TLS socket, which therefore has no chance to say goodbye.
      return new Promise((resolve) => {
        plain.end(resolve);
      });
    case 'never':
      return;
  }
};
