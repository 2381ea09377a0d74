/** Characters gathered before they are written: one system call for a thousand lines. */
const ENOUGH = 65_536;

/** Lines on their way to standard output. */
export interface BufferedOutput {
  /** Adds a line; its line end is added here. */
  line(text: string): void;
  /** Writes what is gathered. */
  flush(): void;
}

export const bufferOutput = (print: (text: string) => void): BufferedOutput => {
  let gathered = '';
  const flush = (): void => {
    if (gathered === '') return;
    const text = gathered;
    gathered = '';
    print(text);
  };
  return {
    line(text) {
      gathered += text;
      gathered += '\n';
      if (gathered.length >= ENOUGH) flush();
    },
    flush,
  };
};
