import { type Fault, toFault } from '#shared/fault.ts';
import type { AccountKey, Accounts } from './accounts.ts';
import type { KeptAccount } from './kept/batch-store.ts';

/** Connects to an account for its transfers. Settles when it is connected. Faults: all that connecting can end in. */
export type OpenSession = (account: KeptAccount) => Promise<void>;

/**
 * The accounts whose transfers an earlier run of the program left and nobody has asked to go on: nothing of theirs is begun.
 * One that is woken and not connected is connected to.
 */
export class DormantAccounts {
  readonly #accounts: Accounts;
  readonly #open: OpenSession | undefined;
  readonly #dormant = new Set<AccountKey>();
  readonly #opening = new Set<AccountKey>();
  readonly #faults = new Map<AccountKey, Fault>();
  #stopped = false;

  constructor(accounts: Accounts, open: OpenSession | undefined) {
    this.#accounts = accounts;
    this.#open = open;
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
    if (this.#stopped || !this.#open || !known || this.#opening.has(account)) return;
    if (this.#accounts.get(account) !== undefined) return;
    this.#opening.add(account);
    this.#faults.delete(account);
    this.#open(known)
      .catch((thrown: unknown) => this.#faults.set(account, toFault(thrown, 'connecting')))
      .finally(() => this.#opening.delete(account));
  }

  connected(account: AccountKey): void {
    this.#faults.delete(account);
  }

  stop(): void {
    this.#stopped = true;
  }
}
