import { parseTimeValue, timeValue } from '../listing-lines.ts';
import { resolvePathname } from '../pathnames.ts';
import type { Session } from '../session.ts';
import { NO_STRUCTURE } from '../structures/stored-file.ts';
import { TreeError } from '../tree/file-tree.ts';
import { afterLogin, type CommandTable } from './command.ts';

const setTime = async (session: Session, argument: string): Promise<void> => {
  const [, time = '', name] = /^(\S+) (.+)$/s.exec(argument) ?? [];
  const modified = parseTimeValue(time);
  if (modified === null || name === undefined) return session.reply('501 MFMT wants YYYYMMDDHHMMSS and a pathname.');
  await session.server.tree.setModified(resolvePathname(session.directory, name), modified);
  return session.reply(`213 Modify=${time}; ${name}`);
};

const changeMode = async (session: Session, argument: string): Promise<void> => {
  const [, mode, name] = /^CHMOD ([0-7]{3,4}) (.+)$/is.exec(argument) ?? [];
  if (mode === undefined || name === undefined) return session.reply('504 Only SITE CHMOD is implemented.');
  await session.server.tree.setMode(resolvePathname(session.directory, name), Number.parseInt(mode, 8));
  return session.reply('200 SITE CHMOD command successful.');
};

/** `COMB "target" "one" "other"`, as GlobalSCAPE describes it: joined behind the target, and deleted; only that may have a path. */
const combine = async (session: Session, argument: string): Promise<void> => {
  const { tree } = session.server;
  const [target, ...parts] = [...argument.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
  if (target === undefined || parts.length === 0 || parts.some((name) => name.includes('/')))
    return session.reply('501 COMB wants names in quotation marks.');
  const paths = parts.map((name) => resolvePathname(session.directory, name));
  for (const path of paths) await tree.stat(path);
  const writer = await tree.write(resolvePathname(session.directory, target), null, 'cut');
  for (const path of paths) for await (const chunk of tree.read(path, 0)) await writer.write(chunk);
  await writer.close(NO_STRUCTURE);
  for (const path of paths) await tree.removeFile(path);
  return session.reply('250 Combined.');
};

/** RFC 959 DELE, RNFR, RNTO, SITE; RFC 3659 SIZE, MDTM; draft-somers-ftp-mfxx MFMT. */
export const fileCommands: CommandTable = {
  DELE: afterLogin(async (session, argument) => {
    await session.server.tree.removeFile(resolvePathname(session.directory, argument));
    return session.reply('250 File deleted.');
  }),
  RNFR: afterLogin(async (session, argument) => {
    const path = resolvePathname(session.directory, argument);
    await session.server.tree.stat(path);
    session.renameFrom = path;
    return session.reply('350 Ready for RNTO.');
  }),
  RNTO: afterLogin(async (session, argument) => {
    const from = session.renameFrom;
    session.renameFrom = null;
    if (from === null) return session.reply('503 RNFR comes first.');
    await session.server.tree.rename(from, resolvePathname(session.directory, argument));
    return session.reply('250 Renamed.');
  }),
  SIZE: afterLogin(async (session, argument) => {
    // RFC 3659 4: the size depends on the representation type; counting ASCII is more than most servers do.
    if (session.parameters.representation.type === 'A') return session.reply('550 SIZE is not allowed in ASCII mode.');
    const { kind, size } = await session.server.tree.stat(resolvePathname(session.directory, argument));
    if (kind === 'directory') throw new TreeError('Not a plain file');
    return session.reply(`213 ${size}`);
  }),
  MDTM: afterLogin(async (session, argument) => {
    const { modified } = await session.server.tree.stat(resolvePathname(session.directory, argument));
    return session.reply(`213 ${timeValue(modified)}`);
  }),
  MFMT: afterLogin(setTime),
  SITE: afterLogin(changeMode),
  COMB: afterLogin(combine),
};
