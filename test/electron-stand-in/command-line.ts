/** What Electron's command line said, sorted into what concerns whom. */
export interface CommandLine {
  /** Port of the inspector of the main process; 0 for any, null for none. */
  readonly inspectPort: number | null;
  /** Port of the browser's DevTools; 0 for any, null for none. */
  readonly debuggingPort: number | null;
  readonly userData: string | null;
  /** The folder or file of the app; null where none was named. */
  readonly app: string | null;
  /** All switches with their values, for `app.commandLine`. */
  readonly switches: ReadonlyMap<string, string>;
  /** What `process.argv` holds behind the executable: everything but the switches of the inspectors. */
  readonly visible: readonly string[];
}

const HIDDEN = new Set(['inspect', 'inspect-brk', 'remote-debugging-port', 'no-sandbox']);
const DEFAULT_INSPECT_PORT = 9229;

const portOf = (value: string): number => {
  const port = Number(value.slice(value.lastIndexOf(':') + 1));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${value}`);
  return port;
};

/**
 * Reads Electron's command line: switches, then the app, then the app's own arguments, which may be switches too.
 *
 * @param args what stood behind the executable.
 * @throws Error where the port of an inspector is not one.
 */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const switches = new Map<string, string>();
  const visible: string[] = [];
  let app: string | null = null;
  for (const argument of args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
    if (match?.[1]) {
      switches.set(match[1], match[2] ?? '');
      if (HIDDEN.has(match[1])) continue;
    } else if (app === null && !argument.startsWith('-')) {
      app = argument;
    }
    visible.push(argument);
  }
  const inspect = switches.get('inspect') ?? switches.get('inspect-brk');
  const debugging = switches.get('remote-debugging-port');
  return {
    inspectPort: inspect === undefined ? null : inspect === '' ? DEFAULT_INSPECT_PORT : portOf(inspect),
    debuggingPort: debugging === undefined ? null : portOf(debugging),
    userData: switches.get('user-data-dir') || null,
    app,
    switches,
    visible,
  };
};
