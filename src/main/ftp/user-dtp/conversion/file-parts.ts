/**
 * What a file is made of between its structure (RFC 959 3.1.2) and its transmission mode (3.4), told in the order of
 * the file. Bytes are the caller's again when a call returns.
 */
export interface FileParts {
  data(bytes: Uint8Array): void;
  endOfRecord(): void;
  endOfFile(): void;
}

/** What a transmission mode writes: the parts of the file, and restart markers between them. */
export interface ModeWriter extends FileParts {
  /** A restart marker (RFC 959 3.5): printable characters without a space. */
  marker(marker: string): void;
}

/** What a transmission mode finds: the parts of the file, and what it says about them. */
export interface FoundParts extends FileParts {
  /** A restart marker (RFC 959 3.5) at which the transfer could go on. */
  marker(marker: string): void;
  /** Bytes from `true` to `false` are "suspected of errors" (RFC 959 3.4.2). */
  suspect(suspect: boolean): void;
}

/** A transmission mode as received. */
export interface ModeReader {
  /** Faults: `protocol: malformed-data`. */
  push(bytes: Uint8Array): void;
  /** No more will come. Faults: `protocol: no-end-of-file`. */
  end(): void;
}

/** A structure as sent: the local file in, its parts out. */
export interface StructureWriter {
  /** Faults: `refused-here: no-meaning`. */
  push(bytes: Uint8Array): void;
  /** The local file ends; the last parts, and the end of the file, are told. */
  end(): void;
  /**
   * Local bytes from here to the next place where the conversion may be able to begin anew; 0 where it is here.
   * It is asked again after that many.
   */
  readonly toRestartPoint: number;
}

/** A structure as received: its parts in, the local file out. */
export interface StructureReader extends FileParts {
  /** Whether all that came lies in the local file, and the conversion could begin anew behind it. */
  readonly restartable: boolean;
  /**
   * Where in the local file, from the beginning of this conversion, the byte that comes next will be: at the earliest
   * and at the latest, which differ while a CR is held back.
   */
  readonly position: number;
  readonly reach: number;
  /** Whether the structure itself has marked the end of the file. */
  readonly complete: boolean;
}
