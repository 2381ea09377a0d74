import { byteString, resolvePathname } from '../pathnames.ts';
import type { ScriptedUser } from '../script.ts';
import type { Session } from '../session.ts';
import { type CommandTable, open } from './command.ts';

const usersOf = (session: Session): Readonly<Record<string, ScriptedUser>> =>
  session.server.script.users ?? { tester: { password: 'tester-pw' } };

const logIn = (session: Session, account: ScriptedUser): Promise<void> => {
  session.loggedIn = true;
  session.directory = resolvePathname('/', byteString(account.home ?? '/'));
  return session.reply(`230 User ${session.user} logged in.`);
};

const refusedInTheClear = (session: Session): boolean =>
  session.server.script.tls?.required === true && !session.secure;

/** RFC 959 4.1.1 ACCESS CONTROL COMMANDS that log in and out. */
export const accessCommands: CommandTable = {
  USER: open(async (session, argument) => {
    if (refusedInTheClear(session)) return session.reply('530 Non-anonymous sessions must use encryption.');
    session.loggedIn = false;
    session.user = argument;
    session.account = null;
    return session.reply(`331 Password required for ${argument}.`);
  }),
  PASS: open(async (session, argument) => {
    if (refusedInTheClear(session)) return session.reply('530 Non-anonymous sessions must use encryption.');
    if (session.user === null) return session.reply('503 Login with USER first.');
    const account = usersOf(session)[session.user];
    const wrong = !account || (account.password !== null && byteString(account.password) !== argument);
    if (wrong) return session.reply('530 Login incorrect.');
    session.account = account;
    if (account.account !== undefined) return session.reply('332 Need account for login.');
    return logIn(session, account);
  }),
  ACCT: open(async (session, argument) => {
    const wanted = session.server.script.accountWanted;
    if (session.loggedIn && wanted) {
      if (byteString(wanted.account) !== argument) return session.reply('530 That is not the account.');
      session.accountKnown = true;
      return session.reply('230 Account accepted.');
    }
    if (session.account?.account === undefined) return session.reply('202 No account is needed here.');
    if (byteString(session.account.account) !== argument) return session.reply('530 Login incorrect.');
    return logIn(session, session.account);
  }),
  REIN: open(async (session) => {
    session.reset();
    return session.reply('220 Service ready for new user.');
  }),
  QUIT: open(async (session) => {
    await session.reply('221 Goodbye.');
    session.socket.end();
  }),
};
