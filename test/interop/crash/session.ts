import { defaultConnectOptions } from '../../../src/main/ftp/defaults.ts';
import type { DialogueObserver, UserFtp } from '../../../src/main/ftp/engine.ts';
import { connectUserFtp } from '../../../src/main/ftp/user-ftp.ts';
import { PLAIN_NAMES } from '../../../src/main/session/names/session-names.ts';
import type { SessionAccess } from '../../../src/main/session/session-access.ts';
import { createTransferFacts } from '../../../src/main/session/transfer-facts.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';

/** Where to connect to. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** A session over the real engine, for a program that is killed: nothing of it is ever closed. */
export const sessionOf = (server: Server, observer: DialogueObserver): SessionAccess => {
  const idle: UserFtp[] = [];
  const connect = (signal: AbortSignal | null): Promise<UserFtp> =>
    connectUserFtp({ ...defaultConnectOptions(), ...server, security: 'none', observer, signal });
  let browser: UserFtp | null = null;
  const session: SessionAccess = {
    id: 's1',
    names: PLAIN_NAMES,
    view: () => sessionView('s1', { settings: settingsOf({ host: server.host, port: server.port }) }),
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
    note: (text) => observer.note(text),
    ...createTransferFacts({
      note: (text) => observer.note(text),
    }),
  };
  return session;
};
