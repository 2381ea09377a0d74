import { fromAscii, skipBytes, toAscii } from '../ascii-lines.ts';
import { type Payload, runTransfer, TransferRefused } from '../data-transfer.ts';
import { lastPartOf, resolvePathname } from '../pathnames.ts';
import type { Session } from '../session.ts';
import { TreeError, type TreeWriter } from '../tree/file-tree.ts';
import { afterLogin, type CommandTable } from './command.ts';

const retrieve = async (session: Session, argument: string, line: string): Promise<void> => {
  const path = resolvePathname(session.directory, argument);
  const { kind, size } = await session.server.tree.stat(path);
  if (kind === 'directory') throw new TreeError('Is a directory');
  const offset = takeRestart(session);
  if (session.type === 'I' && offset > size) return session.reply(`554 REST ${offset} is beyond the end of the file.`);
  const send =
    session.type === 'I'
      ? session.server.tree.read(path, offset)
      : skipBytes(toAscii(session.server.tree.read(path, 0)), offset);
  return runTransfer(session, line, `Opening data connection for ${argument} (${size} bytes).`, { send });
};

/** `offset` null: at the end of the file. */
const receive = async (session: Session, path: string, offset: number | null, line: string): Promise<void> => {
  if (session.type === 'A' && offset) return session.reply('504 REST of a STOR in TYPE A is not implemented.');
  const writer = await session.server.tree.write(path, offset);
  return runTransfer(session, line, `Ok to send data for ${lastPartOf(path)}.`, fileOf(session, writer, offset ?? 0));
};

const fileOf = (session: Session, writer: TreeWriter, offset: number): Payload => {
  const full = session.server.script.diskFull;
  const ascii = session.type === 'A' ? fromAscii() : null;
  let size = offset;
  return {
    receive: async (chunk) => {
      const bytes = ascii ? ascii.push(chunk) : chunk;
      const fitting = full ? bytes.subarray(0, Math.max(0, full.after - size)) : bytes;
      await writer.write(fitting);
      size += fitting.length;
      if (full && fitting.length < bytes.length) throw new TransferRefused(`${full.reply} No space left on device.`);
    },
    close: async () => {
      if (ascii) await writer.write(ascii.end());
      await writer.close();
    },
  };
};

const takeRestart = (session: Session): number => {
  const { restart } = session;
  session.restart = 0;
  return restart;
};

const uniqueName = async (session: Session): Promise<string> => {
  const taken = new Set((await session.server.tree.list(session.directory)).map((entry) => entry.name));
  let number = 1;
  while (taken.has(`unique-${number}`)) number += 1;
  return `unique-${number}`;
};

/** RFC 959 4.1.3 FTP SERVICE COMMANDS that move a file. */
export const transferCommands: CommandTable = {
  RETR: afterLogin(retrieve),
  STOR: afterLogin((session, argument, line) =>
    receive(session, resolvePathname(session.directory, argument), takeRestart(session), line),
  ),
  APPE: afterLogin((session, argument, line) => {
    session.restart = 0;
    return receive(session, resolvePathname(session.directory, argument), null, line);
  }),
  STOU: afterLogin(async (session, _argument, line) => {
    const name = await uniqueName(session);
    return receive(session, resolvePathname(session.directory, name), 0, line);
  }),
  REST: afterLogin(async (session, argument) => {
    if (!/^\d+$/.test(argument)) return session.reply('501 REST wants a number of bytes.');
    session.restart = Number(argument);
    return session.reply(`350 Restarting at ${argument}.`);
  }),
  ALLO: afterLogin((session) => session.reply('202 No storage allocation is necessary.')),
  ABOR: afterLogin((session) => session.reply('226 Abort successful.')),
};
