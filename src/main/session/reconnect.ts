import type { Fault } from '#shared/fault.ts';
import { FaultError, toFault } from '#shared/fault.ts';
import type { SessionStatus } from '#shared/model/session.ts';
import type { UserFtp } from '../ftp/engine.ts';

/** How a standing connection stands. */
export interface Standing {
  readonly status: SessionStatus;
  /** Why it was lost. */
  readonly fault: Fault | null;
  readonly connection: UserFtp | null;
}

/** One connection that is made again whenever it is asked for and was lost. */
export interface StandingConnection {
  readonly standing: Standing;
  /**
   * The connection; made first where there is none, all who ask meanwhile waiting for the same attempt. `signal` ends
   * only the asker's waiting. Faults: those of connecting, `cancelled`, `refused-here: not-connected` after `close`.
   */
  get(signal: AbortSignal | null): Promise<UserFtp>;
  /** Breaks off an attempt under way and says QUIT. */
  close(): Promise<void>;
}

const notConnected = (): FaultError => {
  const detail = 'the site was disconnected';
  return new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-connected', detail });
};

/**
 * @param connect makes the connection; its signal fires on `close`
 * @param onChange told of every change
 */
export const createStandingConnection = (
  connect: (signal: AbortSignal) => Promise<UserFtp>,
  onChange: (standing: Standing) => void,
): StandingConnection => {
  const stop = new AbortController();
  let standing: Standing = { status: 'connecting', fault: null, connection: null };
  let attempt: Promise<UserFtp> | null = null;

  const change = (next: Standing): void => {
    if (standing.status === 'closed') return;
    standing = next;
    onChange(next);
  };

  const watch = (connection: UserFtp): void => {
    void connection.gone.then((error) => {
      if (standing.connection !== connection) return;
      change({ status: 'lost', fault: error ? toFault(error, 'preparing') : null, connection: null });
    });
  };

  const begin = async (): Promise<UserFtp> => {
    change({ status: 'connecting', fault: null, connection: null });
    try {
      const connection = await connect(stop.signal);
      if (stop.signal.aborted) {
        connection.destroy();
        throw new FaultError({ kind: 'cancelled', stage: 'connecting' });
      }
      change({ status: 'connected', fault: null, connection });
      watch(connection);
      return connection;
    } catch (error) {
      change({ status: 'lost', fault: toFault(error, 'connecting'), connection: null });
      throw error;
    } finally {
      attempt = null;
    }
  };

  return {
    get standing() {
      return standing;
    },
    get: (signal) => {
      if (stop.signal.aborted) return Promise.reject(notConnected());
      if (standing.connection && !standing.connection.closed) return Promise.resolve(standing.connection);
      attempt ??= begin();
      return signal ? unlessAborted(attempt, signal) : attempt;
    },
    close: async () => {
      if (stop.signal.aborted) return;
      const { connection } = standing;
      change({ status: 'closed', fault: null, connection: null });
      stop.abort();
      await connection?.quit();
    },
  };
};

const unlessAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(new FaultError({ kind: 'cancelled', stage: 'connecting' }));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
