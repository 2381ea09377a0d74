import { FaultError } from '#shared/fault.ts';
import type { UserFtp } from '../ftp/engine.ts';

/** Milliseconds a connection that was given back is kept for the next lease. */
export const IDLE_MS = 30_000;
/** Connections kept idle of one site; more than anybody may lease at once are never needed. */
export const IDLE_LIMIT = 10;

/** The connections of one site that transfers use, beside the one for browsing. */
export interface ConnectionPool {
  /** Connections that it has, idle ones too. */
  readonly size: number;
  /** An idle connection that still stands, else a new one. Faults: those of connecting, `refused-here: not-connected`. */
  lease(signal: AbortSignal): Promise<UserFtp>;
  giveBack(connection: UserFtp): void;
  /** Closes those for which `isDead` holds at once, leased ones too: nothing that is sent over them arrives. */
  drop(isDead: (connection: UserFtp) => boolean): void;
  /** Ends them all: idle ones with QUIT, leased ones at once. */
  close(): Promise<void>;
}

export const createConnectionPool = (connect: (signal: AbortSignal) => Promise<UserFtp>): ConnectionPool => {
  const idle = new Map<UserFtp, NodeJS.Timeout>();
  const leased = new Set<UserFtp>();
  let closed = false;

  const take = (): UserFtp | undefined => {
    // The newest first, so that the others can grow old and go.
    for (const [connection, timer] of [...idle].reverse()) {
      clearTimeout(timer);
      idle.delete(connection);
      if (!connection.closed) return connection;
    }
    return undefined;
  };

  const retire = (connection: UserFtp): void => {
    clearTimeout(idle.get(connection));
    idle.delete(connection);
    void connection.quit();
  };

  return {
    get size() {
      return idle.size + leased.size;
    },
    lease: async (signal) => {
      const connection = closed ? undefined : (take() ?? (await connect(signal)));
      if (closed || !connection) {
        connection?.destroy();
        const detail = 'the site was disconnected';
        throw new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail });
      }
      leased.add(connection);
      void connection.gone.then(() => leased.delete(connection));
      return connection;
    },
    giveBack: (connection) => {
      if (!leased.delete(connection) || connection.closed) return;
      if (closed || idle.size >= IDLE_LIMIT) {
        void connection.quit();
        return;
      }
      idle.set(
        connection,
        setTimeout(() => retire(connection), IDLE_MS),
      );
    },
    drop: (isDead) => {
      for (const connection of [...idle.keys(), ...leased].filter(isDead)) {
        clearTimeout(idle.get(connection));
        idle.delete(connection);
        leased.delete(connection);
        connection.destroy();
      }
    },
    close: async () => {
      closed = true;
      const quitting = [...idle].map(([connection, timer]) => {
        clearTimeout(timer);
        return connection.quit();
      });
      idle.clear();
      for (const connection of leased) connection.destroy();
      leased.clear();
      await Promise.all(quitting);
    },
  };
};
