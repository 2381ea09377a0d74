import { writeSync } from 'node:fs';

const STANDARD_OUTPUT = 1;

export interface StandardOutput {
  text(text: string): void;
  /** Settles when the bytes are written and their memory may be used again. */
  bytes(bytes: Uint8Array): Promise<void>;
}

/**
 * Writes to standard output at once. `process.stdout` keeps what it is given until the next turn of the event loop
 * even where it has written it already, which for a large listing is most of the memory and a third of the time; it
 * takes over only where the output cannot be written to at once (a pipe that does not block).
 *
 * @param onClosed called when nobody reads any more
 */
export const standardOutput = (onClosed: () => void): StandardOutput => {
  let stream: NodeJS.WriteStream | null = null;
  /** Where what cannot be written at once goes. */
  const fallBack = (): NodeJS.WriteStream => {
    if (stream === null) {
      stream = process.stdout;
      stream.on('error', onClosed);
    }
    return stream;
  };
  /** Writes what it can at once and answers what is left. */
  const writeNow = (bytes: Uint8Array): Uint8Array => {
    if (stream !== null) return bytes;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(STANDARD_OUTPUT, bytes, written);
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE') {
        onClosed();
        return NOTHING;
      }
    }
    return bytes.subarray(written);
  };
  return {
    text(text) {
      const left = writeNow(Buffer.from(text, 'utf8'));
      if (left.length > 0) fallBack().write(left);
    },
    async bytes(bytes) {
      const left = writeNow(bytes);
      if (left.length > 0) await new Promise<void>((resolve) => fallBack().write(left, () => resolve()));
    },
  };
};

const NOTHING = new Uint8Array(0);
