import { writeSync } from 'node:fs';

const STANDARD_OUTPUT = 1;

/**
 * Writes to standard output at once. `process.stdout` keeps what it is given until the next turn of the event loop
 * even where it has written it already, which for a large listing is most of the memory and a third of the time; it
 * takes over only where the output cannot be written to at once (a pipe that does not block).
 *
 * @param onClosed called when nobody reads any more
 */
export const standardOutput = (onClosed: () => void): ((text: string) => void) => {
  let stream: NodeJS.WriteStream | null = null;
  const fallBack = (): NodeJS.WriteStream => {
    stream = process.stdout;
    stream.on('error', onClosed);
    return stream;
  };
  return (text) => {
    if (stream !== null) {
      stream.write(text);
      return;
    }
    const bytes = Buffer.from(text, 'utf8');
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(STANDARD_OUTPUT, bytes, written);
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE') onClosed();
      else fallBack().write(bytes.subarray(written));
    }
  };
};
