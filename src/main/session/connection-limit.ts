import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { KeptEntry, LearnedServers } from '../site/learned-servers.ts';
import type { ServerConnections } from './server-connections.ts';

/** Milliseconds for which a limit is believed without being tried: others may have used up the places that day. */
export const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1_000;

/** Milliseconds for which the server may still count a connection that has ended here. */
export const LINGER_MS = 60_000;

/**
 * How many connections the server allows at a time, the one for browsing among them: what the site says, or what it showed
 * by turning one away. It is not tried beyond that, so that nobody waits for another refusal.
 */
export interface ConnectionLimit {
  /**
   * Makes one more connection for transfers.
   * Faults: those of `connect`; as of a server that takes no more where the limit is reached; `cancelled`.
   */
  within(signal: AbortSignal, connect: () => Promise<UserFtp>): Promise<UserFtp>;
  /** The one for browsing has ended: for a while a refusal may be because of that. */
  ended(): void;
}

export interface ConnectionLimitOptions {
  readonly settings: ConnectionSettings;
  readonly learnedServers: LearnedServers;
  /** Those of all sessions with the server. */
  readonly connections: ServerConnections;
  /** For remarks that belong into the transcript. */
  readonly note: (text: string) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export const createConnectionLimit = (options: ConnectionLimitOptions): ConnectionLimit => {
  const { settings, learnedServers, connections, note, now = Date.now } = options;
  const { host, port, overrides } = settings;
  const given = overrides.mostConnections;

  const learn = (value: number | null, evidence: Evidence): void => {
    learnedServers.remember(host, port, 'mostConnections', value, evidence);
    note(
      `learned about this server: ${value === null ? 'it allows more connections' : `it allows ${value} at a time`}`,
    );
  };
  /** Read each time: another session may have learned it, and the person may have forgotten it. */
  const learned = (): KeptEntry | undefined =>
    learnedServers.recall(host, port).find(({ fact }) => fact === 'mostConnections');
  const ended = (): void => connections.ended(now());
  const throwIfReached = (trying: number): void => {
    const kept = learned();
    const most = given ?? readMost(kept?.value);
    if (most === null || connections.spokenFor + trying < most) return;
    const believed = given !== undefined || now() - (kept?.learnedMs ?? 0) < TRY_AGAIN_AFTER_MS;
    if (believed) throw new FaultError(full(settings, most));
  };
  const connectOne = async (connect: () => Promise<UserFtp>): Promise<UserFtp> => {
    const others = (): number => connections.standing + connections.trying - 1;
    try {
      const connection = await connect();
      void connection.gone.then(ended);
      const most = given === undefined ? readMost(learned()?.value) : null;
      if (most !== null && connections.standing >= most) learn(null, [`connection ${connections.standing + 1} stands`]);
      return connection;
    } catch (error) {
      const fault = toFault(error, 'connecting');
      // Those that are being made count as made: the refusal of one of them will tell if they are not.
      const lingers = now() - connections.lastEndedMs < LINGER_MS;
      const tells = given === undefined && others() > 0 && !lingers && isConnectionLimit(fault, false);
      if (tells) learn(others(), evidenceFor(fault));
      throw error;
    }
  };

  return {
    async within(signal, connect) {
      throwIfReached(connections.trying);
      return await connections.attempt(settings, signal, async () => {
        // Another session may have found out while this one waited.
        throwIfReached(connections.trying - 1);
        return await connectOne(connect);
      });
    },
    ended,
  };
};

const readMost = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * Whether a login was refused because the server takes no more connections beside those that stand: by 421 or 530.
 * Some servers only close; where other transfers go on that is taken for a limit too, as waiting costs nothing then.
 */
export const isConnectionLimit = (fault: Fault, othersGoOn: boolean): boolean => {
  if (fault.stage !== 'connecting' && fault.stage !== 'greeting' && fault.stage !== 'logging-in') return false;
  if (fault.kind === 'reply') return fault.code === 421 || fault.code === 530;
  if (fault.kind !== 'control-connection') return false;
  return fault.cause === 'service-closing' || (othersGoOn && (fault.cause === 'closed' || fault.cause === 'reset'));
};

const full = ({ host, port }: ConnectionSettings, most: number): Fault => ({
  kind: 'control-connection',
  stage: 'connecting',
  cause: 'service-closing',
  host,
  port,
  detail: `the server is known to allow ${most} connections at a time`,
});

const evidenceFor = (fault: Fault): Evidence => {
  if (fault.kind === 'reply') return [fault.command ?? 'a further connection', `${fault.code} ${fault.text}`];
  return ['a further connection', fault.kind === 'control-connection' ? fault.detail : fault.kind];
};
