import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { ConnectOptions, DialogueObserver, UserFtp } from '../ftp/engine.ts';
import { connectUserFtp } from '../ftp/user-ftp.ts';
import { PLAIN_NAMES } from '../session/names/session-names.ts';
import type { SessionAccess } from '../session/session-access.ts';
import { createTransferFacts } from '../session/transfer-facts.ts';
import { connectOptionsFor } from './connect.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { transferChoice } from './transfer-choice.ts';

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
 * @param expects what follows at once
 */
export const openSession = async (
  id: string,
  url: FtpUrl,
  options: CommandOptions,
  terminal: Terminal,
  expects: ConnectOptions['expects'],
): Promise<CommandSession> => {
  const transfer = transferChoice(options, url);
  const connectOptions = await connectOptionsFor(url, options, terminal);
  const { signal } = terminal;
  // Whatever the first is asked for: a further one is for files.
  const further = expects === null ? null : 'file';
  const connect = (until: AbortSignal): Promise<UserFtp> =>
    connectUserFtp({ ...connectOptions, expects: further, signal: until });
  const first = await connectUserFtp({ ...connectOptions, expects, signal });
  const settings = settingsOf(connectOptions, transfer, options.allocate);
  const storesDirectly = !options.atomic;
  return createSession({ id, observer: connectOptions.observer, settings, storesDirectly, connect, signal }, first);
};

interface SessionParts {
  readonly id: string;
  readonly observer: DialogueObserver;
  readonly settings: ConnectionSettings;
  /** Whether uploads go to their final names at once, as they do where a server lets nobody rename. */
  readonly storesDirectly: boolean;
  readonly connect: (signal: AbortSignal) => Promise<UserFtp>;
  /** Of the whole command line. */
  readonly signal: AbortSignal;
}

const createSession = (parts: SessionParts, first: UserFtp): CommandSession => {
  const { id, observer, settings, storesDirectly, connect, signal } = parts;
  const note = (text: string): void => observer.note(text);
  /** What nobody leases: one, or two after a part was removed while its transfer was still being aborted. */
  const idle: UserFtp[] = [first];

  const take = async (until: AbortSignal): Promise<UserFtp> => {
    for (let found = idle.pop(); found; found = idle.pop()) if (!found.closed) return found;
    return await connect(until);
  };
  const browser = async (until?: AbortSignal): Promise<UserFtp> => {
    const taken = await take(until ?? signal);
    idle.push(taken);
    return taken;
  };

  return {
    id,
    names: PLAIN_NAMES,
    view: () => viewOf(id, settings, first),
    browser,
    lease: take,
    giveBack(connection) {
      idle.push(connection);
    },
    list: async (path, listing) => ({ path, summary: await (await browser()).list(path, listing) }),
    forget: () => {},
    note,
    ...createTransferFacts({ known: { storesDirectly, piecesFail: false }, note }),
    close: async (politely) => {
      if (politely) await Promise.all(idle.map((connection) => connection.quit()));
      for (const connection of idle) connection.destroy();
    },
  };
};

const settingsOf = (options: ConnectOptions, transfer: TransferChoice, allocate: boolean): ConnectionSettings => {
  const { host, port, user, account, security, dataConnection, encoding, activePorts, externalAddress, pipelining } =
    options;
  return {
    ...DEFAULT_CONNECTION,
    ...{ host, port, user, account, security, dataConnection, encoding, activePorts, externalAddress, pipelining },
    allocate,
    transfer,
  };
};

const viewOf = (id: string, settings: ConnectionSettings, connection: UserFtp): SessionView => ({
  sessionId: id,
  title: `${settings.user}@${settings.host}`,
  settings,
  siteId: null,
  status: 'connected',
  fault: null,
  home: connection.home,
  tlsProtocol: connection.tlsProtocol,
  names: { chosen: settings.encoding, guessed: null },
  can: { changeMode: true, setModified: true },
});
