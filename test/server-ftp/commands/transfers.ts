import { runTransfer } from '../data-transfer.ts';
import { type ByteString, lastPartOf, resolvePathname } from '../pathnames.ts';
import type { TransferReplies } from '../payload.ts';
import type { Restart, Session } from '../session.ts';
import { whenUnlocked } from '../structures/locked-files.ts';
import { atByte, BEGINNING } from '../structures/place.ts';
import { retrieval, type Start } from '../structures/retrieval.ts';
import { storage, type Target } from '../structures/storage.ts';
import { TreeError } from '../tree/file-tree.ts';
import { afterLogin, type CommandTable } from './command.ts';

const retrieve = async (session: Session, argument: string, line: string): Promise<void> => {
  const path = resolvePathname(session.directory, argument);
  const { kind, size } = await session.server.tree.stat(path);
  if (kind === 'directory') throw new TreeError('Is a directory');
  const restart = takeRestart(session);
  const refusal = restart && refusalOf(session, restart, path);
  if (refusal) return session.reply(refusal);
  const start: Start = restart ?? { place: BEGINNING };
  if ('bytes' in start && start.bytes > size && session.parameters.representation.type !== 'A')
    return session.reply(`554 REST ${start.bytes} is beyond the end of the file.`);
  const send = await retrieval(session, path, start);
  const preliminary = `150 Opening data connection for ${argument} (${size} bytes).`;
  return runTransfer(session, line, { preliminary }, { send });
};

const receive = async (
  session: Session,
  path: ByteString,
  target: Target,
  line: string,
  replies: TransferReplies = { preliminary: `150 Ok to send data for ${lastPartOf(path)}.` },
): Promise<void> => {
  if (session.server.script.allocationRequired && session.allocated === null)
    return session.reply('503 ALLO comes first.');
  return whenUnlocked(session, path, async () => {
    const payload = await storage(session, path, target);
    session.allocated = null;
    await runTransfer(session, line, replies, payload);
  });
};

const store = async (session: Session, argument: string, line: string): Promise<void> => {
  const path = resolvePathname(session.directory, argument);
  const restart = takeRestart(session);
  const refusal = restart && refusalOf(session, restart, path);
  if (refusal) return session.reply(refusal);
  if (restart && 'bytes' in restart && session.parameters.representation.type === 'A')
    return session.reply('504 REST of a STOR in TYPE A is not implemented.');
  if (!restart) return receive(session, path, BEGINNING, line);
  return receive(session, path, 'bytes' in restart ? atByte(restart.bytes) : restart.place, line);
};

const takeRestart = (session: Session): Restart | null => {
  const { restart } = session;
  session.restart = null;
  return restart;
};

/** Why the transfer cannot begin where REST said; null: it can. */
const refusalOf = (session: Session, restart: Restart, path: ByteString): string | null => {
  const { structure } = session.parameters;
  if ('bytes' in restart) return structure === 'F' ? null : '501 A number of bytes is a place in file structure alone.';
  if (restart.path !== path) return `501 That marker is of ${restart.path}.`;
  return restart.structure === structure ? null : `501 That marker was set in STRU ${restart.structure}.`;
};

/** RFC 959 3.5 in block and compressed mode; RFC 3659 5 in the others, where a place is a number of bytes. */
const restartAt = async (session: Session, argument: string): Promise<void> => {
  const { mode } = session.parameters;
  if (argument === '0') session.restart = null;
  else if (mode === 'B' || mode === 'C') {
    const mark = session.server.marks.find(argument);
    if (!mark) return session.reply(`501 ${argument} is no marker of this server's.`);
    session.restart = mark;
  } else {
    if (!/^\d+$/.test(argument)) return session.reply('501 REST wants a number of bytes.');
    session.restart = { bytes: Number(argument) };
  }
  return session.reply(`350 Restarting at ${argument}.`);
};

const uniqueName = async (session: Session): Promise<string> => {
  const taken = new Set((await session.server.tree.list(session.directory)).map((entry) => entry.name));
  let number = 1;
  while (taken.has(`unique-${number}`)) number += 1;
  return `unique-${number}`;
};

/** RFC 959 4.1.3 STOU; RFC 1123 4.1.2.9 has the name in the preliminary reply, in exactly this form. */
const storeUnique = async (session: Session, line: string): Promise<void> => {
  const name = await uniqueName(session);
  const told = `FILE: ${name}`;
  const { uniqueNameIn = '150' } = session.server.script;
  const replies: TransferReplies =
    uniqueNameIn === '250'
      ? { preliminary: '150 Ok to send data.', completion: `250 ${told}` }
      : { preliminary: `${uniqueNameIn} ${told}` };
  return receive(session, resolvePathname(session.directory, name), BEGINNING, line, replies);
};

/** RFC 959 5.3.1: `ALLO <SP> <decimal-integer> [<SP> R <SP> <decimal-integer>]`. */
const allocate = async (session: Session, argument: string): Promise<void> => {
  const [, bytes] = /^(\d+)(?: R \d+)?$/i.exec(argument) ?? [];
  if (bytes === undefined) return session.reply('501 ALLO wants a number of bytes, and R and a record size after it.');
  if (!session.server.script.allocationRequired) return session.reply('202 No storage allocation is necessary.');
  session.allocated = Number(bytes);
  return session.reply(`200 ${bytes} bytes are reserved.`);
};

/** RFC 959 4.1.3 FTP SERVICE COMMANDS that move a file. */
export const transferCommands: CommandTable = {
  RETR: afterLogin(retrieve),
  STOR: afterLogin(store),
  APPE: afterLogin((session, argument, line) => {
    session.restart = null;
    return receive(session, resolvePathname(session.directory, argument), 'end', line);
  }),
  STOU: afterLogin((session, _argument, line) => storeUnique(session, line)),
  REST: afterLogin(restartAt),
  ALLO: afterLogin(allocate),
  ABOR: afterLogin((session) => session.reply('226 Abort successful.')),
};
