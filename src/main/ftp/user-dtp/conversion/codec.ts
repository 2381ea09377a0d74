/**
 * One step between the file and the data connection (RFC 959 3.1 and 3.4), as a synchronous push codec: however the
 * input is split, the outputs joined are the same.
 */
export interface Codec {
  /** What these bytes become, as far as can be said yet. The answer may be the input itself. */
  push(bytes: Uint8Array): Uint8Array;
  /** What was held back, when no more bytes will come. */
  end(): Uint8Array;
}
