import { type Fault, toFault } from '#shared/fault.ts';
import type { AccountKey, Accounts } from './accounts.ts';
import type { KeptAccount } from './batch-store.ts';

/** Milliseconds for which a session that was opened for transfers is kept when there are none left. */
const LINGER = 60_000;

/** Connects to accounts for their transfers alone, where no person has. */
export interface TransferSessions {
  /** Settles when it is connected. Faults: all that connecting can end in. */
  open(account: KeptAccount): Promise<void>;
  close(account: KeptAccount): void;
}

/**
 * The accounts whose transfers an earlier run of the program left and nobody has asked to go on: nothing of theirs is begun.
 * One that is woken and not connected is connected to, and left when its transfers are over.
 */
export class DormantAccounts {
  readonly #accounts: Accounts;
  readonly #sessions: TransferSessions | undefined;
  readonly #openRows: (account: AccountKey) => number;
  readonly #dormant = new Set<AccountKey>();
  readonly #opening = new Set<AccountKey>();
  /** Opened here, and the timer that closes it where it has nothing left to do. */
  readonly #opened = new Map<AccountKey, NodeJS.Timeout | null>();
  readonly #faults = new Map<AccountKey, Fault>();
  #stopped = false;

  /** @param openRows how many transfers of an account are not finished */
  constructor(accounts: Accounts, sessions: TransferSessions | undefined, openRows: (account: AccountKey) => number) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#openRows = openRows;
  }

  has(account: AccountKey): boolean {
    return this.#dormant.has(account);
  }

  add(account: AccountKey): void {
    this.#dormant.add(account);
  }

  /** Why it could not be connected to; null where nobody tried, or it is. */
  fault(account: AccountKey): Fault | null {
    return this.#faults.get(account) ?? null;
  }

  /** Its transfers are to go on. */
  wake(account: AccountKey): void {
    this.#dormant.delete(account);
    const known = this.#accounts.account(account);
    if (this.#stopped || !this.#sessions || !known || this.#opening.has(account)) return;
    if (this.#accounts.get(account) !== undefined) return;
    this.#opening.add(account);
    this.#faults.delete(account);
    this.#sessions
      .open(known)
      .then(
        () => void this.#opened.set(account, null),
        (thrown: unknown) => void this.#faults.set(account, toFault(thrown, 'connecting')),
      )
      .finally(() => this.#opening.delete(account));
  }

  connected(account: AccountKey): void {
    this.#faults.delete(account);
  }

  /** Transfers have come or gone: sessions that nothing is left to do for are closed after a while. */
  review(): void {
    for (const [account, timer] of this.#opened) {
      const idle = this.#openRows(account) === 0;
      if (idle === (timer !== null)) continue;
      if (timer !== null) clearTimeout(timer);
      this.#opened.set(account, idle ? setTimeout(() => this.#close(account), LINGER) : null);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#opened.values()) if (timer !== null) clearTimeout(timer);
    this.#opened.clear();
  }

  #close(account: AccountKey): void {
    this.#opened.delete(account);
    const known = this.#accounts.account(account);
    if (known) this.#sessions?.close(known);
  }
}
