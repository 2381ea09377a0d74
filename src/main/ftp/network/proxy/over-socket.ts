import type { Socket } from 'node:net';
import { type Handshake, type HandshakeRun, runHandshake } from './handshake.ts';
import { ProxyFailure } from './proxy-failure.ts';

/**
 * Runs a handshake over a connected socket. Afterwards the socket is paused, and whatever came behind the handshake is
 * the first that it will give. Rejects with {@link ProxyFailure}, the system's error or the signal's reason; the socket is
 * destroyed then.
 */
export const overSocket = <T>(socket: Socket, handshake: Handshake<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    let run: HandshakeRun<T> | null = null;
    const settle = (act: () => void): void => {
      signal.removeEventListener('abort', aborted);
      socket.off('data', received).off('error', fail).off('end', closed).off('close', closed);
      act();
    };
    const fail = (error: unknown): void =>
      settle(() => {
        // A second error may follow the first on the way down; it has nobody left to tell.
        socket.on('error', () => {});
        socket.destroy();
        reject(error);
      });
    const aborted = (): void => fail(signal.reason);
    const closed = (): void => fail(new ProxyFailure('proxy-failed', 'it closed the connection'));
    const goOn = (step: () => void): void => {
      try {
        step();
        if (run?.ended) end(run.ended);
      } catch (error) {
        fail(error);
      }
    };
    const end = ({ result, rest }: NonNullable<HandshakeRun<T>['ended']>): void =>
      settle(() => {
        socket.pause();
        if (rest.length > 0) socket.unshift(rest);
        resolve(result);
      });
    const received = (bytes: Buffer): void => goOn(() => run?.push(bytes));

    signal.addEventListener('abort', aborted, { once: true });
    socket.on('data', received).on('error', fail).on('end', closed).on('close', closed);
    if (signal.aborted) aborted();
    else if (socket.destroyed) closed();
    else {
      goOn(() => {
        run = runHandshake(handshake, (bytes) => socket.write(bytes));
      });
      socket.resume();
    }
  });
