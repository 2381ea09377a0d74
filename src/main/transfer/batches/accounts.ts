import type { SessionId, SessionView } from '#shared/model/session.ts';
import { createSessionNames, type Names } from '../../session/names/session-names.ts';
import type { SessionAccess, Sessions } from '../../session/session-access.ts';
import type { BatchStore, KeptAccount } from './batch-store.ts';

/** What an account is called in the rows of the queue: as long as the store lasts, whatever sessions come and go. */
export type AccountKey = string;

const keyOf = ({ id }: KeptAccount): AccountKey => String(id);

/**
 * Whom the queue works with. A row belongs to an account, and goes over whichever session is connected to it: one that a
 * person has opened, now or in an earlier run of the program, or one that was opened for the queue.
 */
export class Accounts implements Sessions {
  readonly #store: BatchStore;
  readonly #sessions: Sessions;
  readonly #accounts = new Map<AccountKey, KeptAccount>();
  /** Newest last. */
  readonly #members = new Map<AccountKey, Set<SessionId>>();
  readonly #keys = new Map<SessionId, AccountKey>();
  readonly #names = new Map<AccountKey, Names>();

  constructor(store: BatchStore, sessions: Sessions) {
    this.#store = store;
    this.#sessions = sessions;
    for (const account of store.accounts()) this.#accounts.set(keyOf(account), account);
  }

  /** The account that a session is connected to, known from now on. */
  of(session: SessionAccess): AccountKey {
    const { siteId, title, settings } = session.view();
    const account = this.#store.account({ identity: identityOf(session.view()), siteId, title, settings });
    const key = keyOf(account);
    this.#accounts.set(key, account);
    const members = this.#members.get(key) ?? new Set();
    // Newest last, also where it was one before.
    members.delete(session.id);
    this.#members.set(key, members.add(session.id));
    this.#keys.set(session.id, key);
    return key;
  }

  /** All open sessions of the account that a session is connected to. It is asked for each file: nothing is kept of that. */
  besides(session: SessionAccess): readonly SessionAccess[] {
    return this.sessionsOf(this.#keys.get(session.id) ?? this.of(session));
  }

  /** The session over which its transfers go: one that is connected where there is one. */
  get(key: AccountKey): SessionAccess | undefined {
    const sessions = this.sessionsOf(key).toReversed();
    const inState = (status: string): SessionAccess | undefined =>
      sessions.find((session) => session.view().status === status);
    return inState('connected') ?? inState('connecting') ?? sessions[0];
  }

  /** All sessions of the account that are open. */
  sessionsOf(key: AccountKey): readonly SessionAccess[] {
    const members = this.#members.get(key) ?? new Set();
    return [...members].map((id) => this.#sessions.get(id)).filter((session) => session !== undefined);
  }

  account(key: AccountKey): KeptAccount | undefined {
    return this.#accounts.get(key);
  }

  /** Its title, as of the last time it was connected. */
  title(key: AccountKey): string {
    return this.#accounts.get(key)?.title ?? '';
  }

  /** How its pathnames read: as those of its session, or as its settings say while nobody is connected. */
  names(key: AccountKey): Names {
    const known = this.#names.get(key);
    if (known) return known;
    let unconnected: Names | null = null;
    const current = (): Names => {
      const connected = this.get(key)?.names;
      if (connected) return connected;
      unconnected ??= createSessionNames(this.#accounts.get(key)?.settings.encoding ?? 'auto', null);
      return unconnected;
    };
    const names: Names = {
      read: (path) => current().read(path),
      write: (text) => current().write(text),
      show: (line) => current().show(line),
    };
    this.#names.set(key, names);
    return names;
  }
}

/** A saved site stays the same when its settings change; a login that was not saved is what it connects to. */
const identityOf = ({ siteId, settings }: SessionView): string => {
  const { security, host, port, user } = settings;
  return siteId === null ? JSON.stringify([security, host.toLowerCase(), port, user]) : `site ${siteId}`;
};
