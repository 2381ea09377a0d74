/**
 * One way between the local file and the data connection (RFC 959 3.1 and 3.4), as a synchronous push codec: however
 * the input is split, the outputs joined are the same.
 */
export interface Codec {
  /**
   * What these bytes become, as far as can be said yet.
   * Faults: `protocol: malformed-data` for what the other side sent wrongly, `refused-here: no-meaning` for a local
   * file that is not what the local form says.
   */
  push(bytes: Uint8Array): Uint8Array;
  /** What was held back, when no more bytes will come. Faults: `protocol: no-end-of-file`, and those of `push`. */
  end(): Uint8Array;
  /**
   * Whether the end of the file was marked and has come. The connection need not end then (RFC 959 3.3: in block and
   * compressed mode "one can leave the data connection open").
   */
  readonly complete: boolean;
}
