import { networkInterfaces } from 'node:os';

/** Milliseconds between two looks at the addresses of this machine. */
export const LOOK_EVERY = 3_000;
/** Milliseconds by which a look must be late to say that the machine has slept. */
export const SLEPT_AFTER = 20_000;

/** What happened between two looks. */
export interface NetworkChange {
  /** The machine slept: nobody knows of a connection whether it still stands. */
  readonly slept: boolean;
  /** Addresses that this machine has no longer: connections from them are dead. */
  readonly gone: ReadonlySet<string>;
  /** Whether there are new ones: what could not be reached perhaps can be now. */
  readonly came: boolean;
}

/**
 * Looks at the addresses of this machine every few seconds, as no system tells the main process of changes to its
 * network, and at the clock, as not every desktop tells of its sleep.
 *
 * @param onChange called where something happened
 * @returns how to stop it
 */
export const watchNetwork = (
  onChange: (change: NetworkChange) => void,
  addresses: () => ReadonlySet<string> = machineAddresses,
): (() => void) => {
  let known = addresses();
  let lookedMs = Date.now();
  const look = (): void => {
    const now = addresses();
    const slept = Date.now() - lookedMs > LOOK_EVERY + SLEPT_AFTER;
    const gone = without(known, now);
    const came = without(now, known).size > 0;
    known = now;
    lookedMs = Date.now();
    if (slept || gone.size > 0 || came) onChange({ slept, gone, came });
  };
  const timer = setInterval(look, LOOK_EVERY);
  // It must not keep a program alive that has nothing else to do.
  timer.unref();
  return () => clearInterval(timer);
};

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...all].filter((one) => !others.has(one)));

const machineAddresses = (): ReadonlySet<string> =>
  new Set(Object.values(networkInterfaces()).flatMap((some) => (some ?? []).map(({ address }) => address)));
