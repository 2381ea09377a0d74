import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { LearnedServers } from '../site/learned-servers.ts';

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
   * Makes one more connection.
   * @param standing those there are, asked again when this one is refused, as others may have come about meanwhile
   * Faults: those of `connect`; as of a server that takes no more where the limit is reached.
   */
  within(standing: () => number, connect: () => Promise<UserFtp>): Promise<UserFtp>;
  /** The one for browsing has ended: for a while a refusal may be because of that. */
  ended(): void;
}

export interface ConnectionLimitOptions {
  readonly settings: ConnectionSettings;
  readonly learnedServers: LearnedServers;
  /** For remarks that belong into the transcript. */
  readonly note: (text: string) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export const createConnectionLimit = (options: ConnectionLimitOptions): ConnectionLimit => {
  const { settings, learnedServers, note, now = Date.now } = options;
  const { host, port, overrides } = settings;
  const given = overrides.mostConnections !== undefined;
  const kept = learnedServers.recall(host, port).find(({ fact }) => fact === 'mostConnections');
  let most = overrides.mostConnections ?? readMost(kept?.value);
  let learnedMs = kept?.learnedMs ?? 0;
  let lastEndedMs = Number.NEGATIVE_INFINITY;
  /** Attempts that are neither connected nor refused. */
  let trying = 0;

  const learn = (value: number | null, evidence: Evidence): void => {
    most = value;
    learnedMs = now();
    learnedServers.remember(host, port, 'mostConnections', value, evidence);
    note(
      `learned about this server: ${value === null ? 'it allows more connections' : `it allows ${value} at a time`}`,
    );
  };
  const ended = (): void => {
    lastEndedMs = now();
  };
  const reached = (standing: number): boolean => {
    if (most === null || standing + trying < most) return false;
    return given || now() - learnedMs < TRY_AGAIN_AFTER_MS;
  };

  return {
    async within(standing, connect) {
      if (reached(standing())) throw new FaultError(full(settings, most ?? 0));
      trying += 1;
      try {
        const connection = await connect();
        void connection.gone.then(ended);
        if (!given && most !== null && standing() >= most) learn(null, [`connection ${standing() + 1} stands`]);
        return connection;
      } catch (error) {
        const fault = toFault(error, 'connecting');
        // Those that are being made count as made: the refusal of one of them will tell if they are not.
        const others = standing() + trying - 1;
        const lingers = now() - lastEndedMs < LINGER_MS;
        if (!given && others > 0 && !lingers && isConnectionLimit(fault, false)) learn(others, evidenceFor(fault));
        throw error;
      } finally {
        trying -= 1;
      }
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
