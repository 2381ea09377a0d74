import type { FtpUrl } from '#shared/ftp-url.ts';
import type { ConnectOptions } from '../ftp/engine.ts';
import { type CommandSession, openSession } from './command-session.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** The servers of one command line. */
export interface CommandSessions {
  /** The session with the server of a URL, connected when it is first asked for. Faults: those of connecting. */
  session(url: FtpUrl): Promise<CommandSession>;
  get(id: string): CommandSession | undefined;
  /** Closes what stands; `politely` says goodbye to the servers first. */
  close(politely: boolean): Promise<void>;
}

/** @param expects what each is first asked for */
export const createSessions = (
  options: CommandOptions,
  terminal: Terminal,
  expects: ConnectOptions['expects'],
): CommandSessions => {
  const sessions = new Map<string, CommandSession>();
  return {
    session: async (url) => {
      const key = JSON.stringify([url.security, url.host, url.port, url.user, url.password, url.type]);
      const id = String(sessions.size + 1);
      const opened = sessions.get(key) ?? (await openSession(id, url, options, terminal, expects));
      sessions.set(key, opened);
      return opened;
    },
    get: (id) => [...sessions.values()].find((one) => one.id === id),
    close: async (politely) => {
      for (const opened of sessions.values()) await opened.close(politely);
    },
  };
};
