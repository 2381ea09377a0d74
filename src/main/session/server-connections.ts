import { FaultError } from '#shared/fault.ts';

/** Connections that one session has to its server. */
export interface SessionConnections {
  readonly transfers: number;
  /** Whether the one for browsing stands. */
  readonly browsing: boolean;
}

/** An attempt that waits for its turn. */
interface Waiting {
  readonly of: object;
  readonly begin: () => void;
  readonly giveUp: (error: unknown) => void;
}

/**
 * What all sessions of the program have at one server together, since it counts them together, and the attempts to have
 * more: never more at a time than connections that stand. A server that takes no more is so not asked ten times in one
 * second, for which some lock an address out.
 */
export class ServerConnections {
  readonly #sessions = new Set<() => SessionConnections>();
  readonly #waiting: Waiting[] = [];
  #trying = 0;
  #lastEndedMs = Number.NEGATIVE_INFINITY;

  /** Counts what a session has from now on. Answers how to stop that. */
  join(connections: () => SessionConnections): () => void {
    this.#sessions.add(connections);
    return () => this.#sessions.delete(connections);
  }

  get standing(): number {
    let sum = 0;
    for (const connections of this.#sessions) {
      const { transfers, browsing } = connections();
      sum += transfers + (browsing ? 1 : 0);
    }
    return sum;
  }

  /** Those that stand, and a place for browsing where a session has lost its own: transfers leave it that one. */
  get spokenFor(): number {
    let sum = 0;
    for (const connections of this.#sessions) sum += connections().transfers + 1;
    return sum;
  }

  /** Attempts under way. */
  get trying(): number {
    return this.#trying;
  }

  /** When one last ended that the server may still count; minus infinity: none did. */
  get lastEndedMs(): number {
    return this.#lastEndedMs;
  }

  ended(nowMs: number): void {
    this.#lastEndedMs = nowMs;
  }

  /**
   * Makes one more when it is its turn. Where an attempt fails, those of the same session that wait behind it fail with it.
   * @param of stands for the session
   * Faults: those of `connect`, and of the attempt before; `cancelled`.
   */
  async attempt<T>(of: object, signal: AbortSignal, connect: () => Promise<T>): Promise<T> {
    if (this.#trying >= Math.max(1, this.standing)) await this.#turn(of, signal);
    this.#trying += 1;
    try {
      return await connect();
    } catch (error) {
      if (!signal.aborted) this.#giveUp(of, error);
      throw error;
    } finally {
      this.#trying -= 1;
      // What was just made is counted once whoever asked for it has it.
      setImmediate(() => this.#beginSome());
    }
  }

  #beginSome(): void {
    let room = Math.max(1, this.standing) - this.#trying;
    for (; room > 0; room--) this.#waiting.shift()?.begin();
  }

  #giveUp(of: object, error: unknown): void {
    for (const waiting of this.#waiting.splice(0)) {
      if (waiting.of === of) waiting.giveUp(error);
      else this.#waiting.push(waiting);
    }
  }

  #turn(of: object, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancelled = (): void => {
        const place = this.#waiting.indexOf(waiting);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(new FaultError({ kind: 'cancelled', stage: 'connecting' }));
      };
      const over = (): void => signal.removeEventListener('abort', cancelled);
      const waiting: Waiting = {
        of,
        begin: () => {
          over();
          resolve();
        },
        giveUp: (error) => {
          over();
          reject(error);
        },
      };
      if (signal.aborted) return cancelled();
      signal.addEventListener('abort', cancelled, { once: true });
      this.#waiting.push(waiting);
    });
  }
}

/** The connections to a server, the same for each who asks for it. */
export type AllServerConnections = (host: string, port: number) => ServerConnections;

export const createServerConnections = (): AllServerConnections => {
  const servers = new Map<string, ServerConnections>();
  return (host, port) => {
    const key = `${host.toLowerCase()}:${port}`;
    const known = servers.get(key) ?? new ServerConnections();
    servers.set(key, known);
    return known;
  };
};
