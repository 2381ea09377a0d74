import { onTestFinished } from 'vitest';
import { defaultConnectOptions } from '../../../src/main/ftp/defaults.ts';
import type { ConnectOptions, UserFtp } from '../../../src/main/ftp/engine.ts';
import { connectUserFtp } from '../../../src/main/ftp/user-ftp.ts';
import { PLAIN_NAMES } from '../../../src/main/session/names/session-names.ts';
import type { SessionAccess, Sessions } from '../../../src/main/session/session-access.ts';
import { createTransferFacts } from '../../../src/main/session/transfer-facts.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';

/** Where to connect to. */
interface Server {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** A session, `s1` by default, over the real engine, connected to a server of the tests. */
export const engineSessions = (
  server: Server,
  options: Partial<ConnectOptions> = {},
  id = 's1',
): { readonly sessions: Sessions; readonly notes: string[] } => {
  const connections = new Set<UserFtp>();
  const idle: UserFtp[] = [];
  const notes: string[] = [];
  const connect = async (signal: AbortSignal | null): Promise<UserFtp> => {
    const { host, port, user, password } = server;
    const connection = await connectUserFtp({
      ...defaultConnectOptions(),
      host,
      port,
      user,
      password,
      security: 'none',
      ...options,
      signal,
    });
    connections.add(connection);
    return connection;
  };
  let browser: UserFtp | null = null;
  const session: SessionAccess = {
    names: PLAIN_NAMES,
    id,
    view: () => sessionView(id, { settings: settingsOf({ host: server.host, port: server.port }) }),
    browser: async (signal) => {
      if (browser === null || browser.closed) browser = await connect(signal ?? null);
      return browser;
    },
    lease: async (signal) => {
      for (let kept = idle.pop(); kept; kept = idle.pop()) if (!kept.closed) return kept;
      return await connect(signal);
    },
    giveBack: (connection) => idle.push(connection),
    list: async (path, { signal, onEntries }) => ({
      path,
      summary: await (await session.browser()).list(path, { signal, onEntries }),
    }),
    forget: () => {},
    note: (text) => notes.push(text),
    ...createTransferFacts({ note: (text) => notes.push(text) }),
  };
  onTestFinished(() => {
    for (const connection of connections) connection.destroy();
  });
  return { sessions: { get: (asked) => (asked === id ? session : undefined) }, notes };
};
