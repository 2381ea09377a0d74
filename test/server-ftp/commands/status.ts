import { unixLine } from '../listing-lines.ts';
import { lastPartOf, resolvePathname } from '../pathnames.ts';
import type { Session } from '../session.ts';
import { afterLogin, type CommandTable } from './command.ts';
import { withoutOptions } from './listings.ts';

/** "This should include current values of all transfer parameters and the status of connections." */
const statusOfServer = (session: Session): string => {
  const { representation, structure, mode } = session.parameters;
  const type = { A: `A ${representation.format}`, E: `E ${representation.format}`, I: 'I', L: 'L 8' };
  const parameters = `TYPE ${type[representation.type]}; STRU ${structure}; MODE ${mode}`;
  const connections = `${session.dataPort ? 'Data port agreed on' : 'Default data port'}; no transfer in progress`;
  return `211-Longshore test server\n ${parameters}\n ${connections}\n211 End of status.`;
};

/** The directory as LIST would print it, over the control connection. */
const statusOfFiles = async (session: Session, argument: string): Promise<void> => {
  const path = resolvePathname(session.directory, withoutOptions(argument));
  const itself = await session.server.tree.stat(path);
  const entries = itself.kind === 'directory' ? await session.server.tree.list(path) : [itself];
  const body = entries.map((entry) => ` ${unixLine(entry, Date.now())}\n`).join('');
  return session.reply(`213-Status of ${lastPartOf(path)}:\n${body}213 End of status.`);
};

/** RFC 959 4.1.3 STAT: of the transfer in progress, of the server, or of files. */
export const statusCommands: CommandTable = {
  STAT: afterLogin(async (session, argument) => {
    if (session.running) return session.reply(session.running.status());
    return argument === '' ? session.reply(statusOfServer(session)) : statusOfFiles(session, argument);
  }),
};
