import type { DataScript } from './script.ts';

export interface TransferReplies {
  readonly preliminary: string;
  /** `226 Transfer complete.` by default. */
  readonly completion?: string;
}

/** The two halves of a transfer command: what goes out, or where what comes in goes. */
export type Payload = Sending | Receiving;

export interface Sending {
  /** The bytes for the data connection. */
  send(script: DataScript): AsyncIterable<Uint8Array>;
}

export interface Receiving {
  /** Takes bytes of the data connection; whether the file has ended with them. */
  receive(chunk: Uint8Array): Promise<boolean>;
  /** The client has closed the data connection. */
  end(): Promise<void>;
  /** Called last, however the transfer ended. */
  close(): Promise<void>;
}
