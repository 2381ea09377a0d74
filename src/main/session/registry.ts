import { FaultError } from '#shared/fault.ts';
import { type ConnectionSettings, defaultPort } from '#shared/model/connection.ts';
import type { SessionId, SessionView } from '#shared/model/session.ts';
import type { UserFtp } from '../ftp/engine.ts';
import { mayUsePasswordOf } from '../site/same-login.ts';
import { createSession, type Session, type SessionServices, type SessionWish } from './session.ts';
import type { Sessions } from './session-access.ts';

/** What `open` is told; the title comes from the site or from user and host. */
export type OpenWish = Omit<SessionWish, 'title'>;

export interface SessionRegistryOptions extends SessionServices {
  /** The name of a saved site; undefined where there is none of this id. */
  readonly siteName: (siteId: string) => string | undefined;
  /** A session stands, for the first time or again. */
  readonly onConnected: (view: SessionView) => void;
}

/** The connected sites. */
export interface SessionRegistry extends Sessions {
  get(id: SessionId): Session | undefined;
  /** As `get`. Faults: `refused-here: not-connected`. */
  require(id: SessionId): Session;
  list(): readonly SessionView[];
  /**
   * Connects and logs in. A session that could not connect is closed again: the window that asked for it has the fault
   * in its answer. Faults: everything connecting can end in.
   */
  open(wish: OpenWish): Promise<SessionView>;
  /** Connects a lost session again. Faults as `open`. */
  reconnect(id: SessionId): Promise<SessionView>;
  /**
   * What a session is connected with, or the last attempt that failed, for its examination or to connect with settings that
   * were mended; null where it must not be used for these.
   */
  passwordFor(id: SessionId, settings: ConnectionSettings): string | null;
  /** Closes the connections for which `isDead` holds, and connects the sessions again that had nothing else to browse with. */
  dropConnections(isDead: (connection: UserFtp) => boolean): void;
  /** Connects the sessions again that could not be by then: there is a network. */
  renew(): void;
  /** Ends a session or an attempt under way; does not wait for the server's farewell. */
  close(id: SessionId): void;
  /** Ends all and waits until their connections have said QUIT. */
  closeAll(): Promise<void>;
}

export const createSessionRegistry = (options: SessionRegistryOptions): SessionRegistry => {
  const sessions = new Map<SessionId, Session>();
  const farewells = new Set<Promise<void>>();
  let failed: {
    readonly id: SessionId;
    readonly settings: ConnectionSettings;
    readonly password: string | null;
  } | null = null;

  const close = (id: SessionId): void => {
    const session = sessions.get(id);
    if (!session) return;
    sessions.delete(id);
    const farewell = session.close().finally(() => farewells.delete(farewell));
    farewells.add(farewell);
  };

  const onChange = (view: SessionView): void => {
    options.onChange(view);
    if (view.status === 'connected') options.onConnected(view);
  };

  const require = (id: SessionId): Session => {
    const session = sessions.get(id);
    if (session) return session;
    const detail = 'there is no such session';
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-connected', detail });
  };

  const connected = async (session: Session): Promise<SessionView> => {
    await session.browser();
    return session.view();
  };

  const renew = (): void => {
    for (const session of sessions.values()) session.renew();
  };

  return {
    get: (id) => sessions.get(id),
    require,
    list: () => [...sessions.values()].map((session) => session.view()),
    open: async (wish) => {
      close(wish.sessionId);
      const saved = wish.siteId === null ? undefined : options.siteName(wish.siteId);
      const session = createSession({ ...options, onChange }, { ...wish, title: saved ?? titleOf(wish.settings) });
      sessions.set(wish.sessionId, session);
      try {
        return await connected(session);
      } catch (error) {
        failed = { id: wish.sessionId, settings: wish.settings, password: session.password() };
        if (sessions.get(wish.sessionId) === session) close(wish.sessionId);
        throw error;
      }
    },
    passwordFor: (id, settings) => {
      const session = sessions.get(id);
      const known = session
        ? { settings: session.view().settings, password: session.password() }
        : failed?.id === id
          ? failed
          : null;
      return known !== null && mayUsePasswordOf(known.settings, settings) ? known.password : null;
    },
    reconnect: async (id) => connected(require(id)),
    dropConnections: (isDead) => {
      for (const session of sessions.values()) session.drop(isDead);
      renew();
    },
    renew,
    close,
    closeAll: async () => {
      for (const id of [...sessions.keys()]) close(id);
      await Promise.all(farewells);
    },
  };
};

/** `ada@example.org`, with the port where it is not the usual one: two servers of one host are told apart by it. */
const titleOf = ({ user, host, port, security }: ConnectionSettings): string => {
  const address = host.includes(':') ? `[${host}]` : host;
  return port === defaultPort(security) ? `${user}@${host}` : `${user}@${address}:${port}`;
};
