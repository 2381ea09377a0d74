import { parentOf, resolvePathname } from '../pathnames.ts';
import type { Session } from '../session.ts';
import { TreeError } from '../tree/file-tree.ts';
import { afterLogin, type CommandTable } from './command.ts';

/** RFC 959 appendix II: a pathname in double quotes, those inside doubled. */
const quoted = (path: string): string => `"${path.replaceAll('"', '""')}"`;

const change = async (session: Session, path: string): Promise<void> => {
  const generated = session.server.script.generated?.[path];
  if (!generated && (await session.server.tree.stat(path)).kind !== 'directory') throw new TreeError('Not a directory');
  session.directory = path;
  return session.reply('250 Directory changed.');
};

const printDirectory = afterLogin((session) =>
  session.reply(`257 ${quoted(session.directory)} is the current directory.`),
);
const changeUp = afterLogin((session) => change(session, parentOf(session.directory)));
const changeDirectory = afterLogin((session, argument) =>
  change(session, resolvePathname(session.directory, argument)),
);

const makeDirectory = afterLogin(async (session, argument) => {
  const path = resolvePathname(session.directory, argument);
  await session.server.tree.makeDirectory(path);
  return session.reply(`257 ${quoted(path)} created.`);
});

const removeDirectory = afterLogin(async (session, argument) => {
  await session.server.tree.removeDirectory(resolvePathname(session.directory, argument));
  return session.reply('250 Directory removed.');
});

/** RFC 959 CWD, CDUP, SMNT, PWD, MKD, RMD and the X names of RFC 775 for them. */
export const directoryCommands: CommandTable = {
  // No other file system data structure is there to be mounted.
  SMNT: afterLogin((session) => session.reply('202 Superfluous here.')),
  CWD: changeDirectory,
  XCWD: changeDirectory,
  CDUP: changeUp,
  XCUP: changeUp,
  PWD: printDirectory,
  XPWD: printDirectory,
  MKD: makeDirectory,
  XMKD: makeDirectory,
  RMD: removeDirectory,
  XRMD: removeDirectory,
};
