/** `NAME.EXT;12` and nothing else: what OpenVMS writes of an entry whose name fills the column. */
const NAME_ALONE = /^[^ ;]+;\d+ *$/;

/** Lines with those that OpenVMS has broken in two made whole again. */
export interface WrappedLines {
  push(line: string): void;
  /** No more lines: one that waits for its second half comes out as it is. */
  end(): void;
}

/**
 * OpenVMS breaks a line behind a long name; what follows begins with a space, as nothing else does that it writes:
 *
 *     A_RATHER_LONG_FILE_NAME.TXT;1
 *                         213/216     20-NOV-2026 10:00:00  [SYSTEM]  (RWED,RWED,RE,)
 */
export const createWrappedLines = (onLine: (line: string) => void): WrappedLines => {
  let name: string | null = null;

  const end = (): void => {
    if (name !== null) onLine(name);
    name = null;
  };

  return {
    push(line) {
      if (name !== null && line.startsWith(' ')) {
        const whole = `${name.trimEnd()} ${line.trimStart()}`;
        name = null;
        onLine(whole);
        return;
      }
      end();
      if (line.includes(';') && NAME_ALONE.test(line)) name = line;
      else onLine(line);
    },
    end,
  };
};
