import type { FtpUrl } from '#shared/ftp-url.ts';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { ConnectOptions, UserFtp } from '../ftp/engine.ts';
import { connectUserFtp } from '../ftp/user-ftp.ts';
import type { SessionAccess } from '../session/session-access.ts';
import type { CommandOptions } from './arguments.ts';
import { connectOptionsFor } from './connect.ts';
import type { Terminal } from './terminal.ts';
import { movingText } from './text-transfers.ts';

/** A server as long as a command needs it, in the form that the transfer queue works with. */
export interface CommandSession extends SessionAccess {
  /** Closes what stands; `politely` says goodbye to the server first. */
  close(politely: boolean): Promise<void>;
}

/**
 * Connects to the server of `url`. One connection serves for questions and transfers alike; it is made anew where it
 * was lost.
 *
 * @param id what the transfer queue is to call it
 */
export const openSession = async (
  id: string,
  url: FtpUrl,
  options: CommandOptions,
  terminal: Terminal,
): Promise<CommandSession> => {
  const connectOptions = await connectOptionsFor(url, options, terminal);
  const asText = (url.type ?? options.type) === 'a';
  const connect = async (signal: AbortSignal): Promise<UserFtp> => {
    const connection = await connectUserFtp({ ...connectOptions, signal });
    return asText ? movingText(connection) : connection;
  };
  return createSession(id, connectOptions, connect, await connect(terminal.signal));
};

const createSession = (
  id: string,
  options: ConnectOptions,
  connect: (signal: AbortSignal) => Promise<UserFtp>,
  first: UserFtp,
): CommandSession => {
  /** What nobody leases: one, or two after a part was removed while its transfer was still being aborted. */
  const idle: UserFtp[] = [first];

  const take = async (signal: AbortSignal): Promise<UserFtp> => {
    for (let found = idle.pop(); found; found = idle.pop()) if (!found.closed) return found;
    return await connect(signal);
  };
  const browser = async (signal?: AbortSignal): Promise<UserFtp> => {
    const taken = await take(signal ?? NEVER);
    idle.push(taken);
    return taken;
  };

  return {
    id,
    view: () => viewOf(id, options, first),
    browser,
    lease: take,
    giveBack(connection) {
      idle.push(connection);
    },
    list: async (path, listing) => ({ path, summary: await (await browser()).list(path, listing) }),
    forget: () => {},
    note: (text) => options.observer.note(text),
    close: async (politely) => {
      if (politely) await Promise.all(idle.map((connection) => connection.quit()));
      for (const connection of idle) connection.destroy();
    },
  };
};

const NEVER = new AbortController().signal;

const viewOf = (id: string, options: ConnectOptions, connection: UserFtp): SessionView => ({
  sessionId: id,
  title: `${options.user}@${options.host}`,
  settings: {
    ...DEFAULT_CONNECTION,
    host: options.host,
    port: options.port,
    user: options.user,
    account: options.account,
    security: options.security,
    dataConnection: options.dataConnection,
    encoding: options.encoding,
  },
  siteId: null,
  status: 'connected',
  fault: null,
  home: connection.home,
  tlsProtocol: connection.tlsProtocol,
  can: { changeMode: true, setModified: true },
});
