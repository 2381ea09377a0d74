/** What waits for one window on one event channel, and how it is handed over. */
export interface Mailbox {
  offer(payload: unknown): void;
  /** The window has dealt with everything up to `sequence`. */
  acknowledge(sequence: number): void;
  /** Stops its timers; what waits is thrown away. */
  close(): void;
}

/** Hands payloads to the window as one message and answers the message's sequence number. */
export type Post = (payloads: readonly unknown[], dropped: number) => number;
