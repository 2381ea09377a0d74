import { setTimeout as pause } from 'node:timers/promises';
import { dataItem, END_OF_FILE, END_OF_RECORD, type Item } from '../codecs/items.ts';
import { encodeMode } from '../codecs/modes.ts';
import { type Representation, toRepresentation } from '../codecs/representation.ts';
import { runTransfer } from '../data-transfer.ts';
import { dosLine, mlsxLine, unixLine } from '../listing-lines.ts';
import { type ByteString, bytesOf, lastPartOf, resolvePathname } from '../pathnames.ts';
import type { GeneratedDirectory } from '../script.ts';
import type { Session } from '../session.ts';
import { fileItems } from '../structures/sending.ts';
import { recordsOfBytes } from '../structures/stored-file.ts';
import { encodingOf, transmissionOf } from '../structures/transmission.ts';
import type { TreeEntry } from '../tree/file-tree.ts';
import { afterLogin, type CommandTable } from './command.ts';

type Line = (entry: TreeEntry) => ByteString;

const LINES_AT_A_TIME = 1_000;

/** Options such as `-la` are read over, as ls takes them: they change nothing here. */
export const withoutOptions = (argument: string): string => argument.replace(/^(-[A-Za-z]+\s*)+/, '');

async function* lines(entries: readonly TreeEntry[], line: Line): AsyncIterable<Uint8Array> {
  for (let at = 0; at < entries.length; at += LINES_AT_A_TIME)
    yield bytesOf(
      entries
        .slice(at, at + LINES_AT_A_TIME)
        .map((entry) => `${line(entry)}\n`)
        .join(''),
    );
}

async function* generatedLines(directory: GeneratedDirectory, line: Line): AsyncIterable<Uint8Array> {
  const batch = directory.batch ?? LINES_AT_A_TIME;
  for (let at = 0; at < directory.entries; at += batch) {
    if (at > 0 && directory.pause) await pause(directory.pause);
    const length = Math.min(batch, directory.entries - at);
    yield bytesOf(Array.from({ length }, (_, index) => `${line(generatedEntry(at + index))}\n`).join(''));
  }
}

const generatedEntry = (index: number): TreeEntry => ({
  name: `file-${String(index).padStart(7, '0')}.bin`,
  kind: 'file',
  size: index,
  modified: Date.UTC(2026, 0, 1) + index * 1000,
  mode: 0o644,
  target: null,
});

/** Sends the lines of a directory, or of the one file named. */
const sendListing = async (session: Session, path: ByteString, line: Line, command: string): Promise<void> => {
  const generated = session.server.script.generated?.[path];
  if (generated) return sendLines(session, command, generatedLines(generated, line));
  const itself = await session.server.tree.stat(path);
  const entries = itself.kind === 'directory' ? await session.server.tree.list(path) : [itself];
  return sendLines(session, command, lines(entries, line));
};

/**
 * RFC 959 4.1.3 LIST: "The data transfer is over the data connection in type ASCII or type EBCDIC". In the other types,
 * which the user was to avoid, it is ASCII all the same.
 */
const sendLines = async (session: Session, command: string, chunks: AsyncIterable<Uint8Array>): Promise<void> => {
  const { parameters } = session;
  if (parameters.structure === 'P') return session.reply('501 A listing has no page structure.');
  const { representation } = parameters;
  const text: Representation =
    representation.type === 'E' ? representation : { type: 'A', format: representation.format };
  const items = parameters.structure === 'R' ? lineRecords(chunks, text) : fileItems(chunks, 0, text, null);
  return runTransfer(
    session,
    command,
    { preliminary: '150 Here comes the directory listing.' },
    {
      send: (script) => encodeMode(items, parameters, encodingOf(transmissionOf(session, script))),
    },
  );
};

async function* lineRecords(chunks: AsyncIterable<Uint8Array>, text: Representation): AsyncIterable<Item> {
  for await (const chunk of chunks)
    for (const record of recordsOfBytes(Buffer.from(chunk))) {
      yield dataItem(toRepresentation(text, record));
      yield END_OF_RECORD;
    }
  yield END_OF_FILE;
}

const list = (session: Session, argument: string, command: string): Promise<void> => {
  const now = Date.now();
  const line: Line = session.server.script.listStyle === 'dos' ? dosLine : (entry) => unixLine(entry, now);
  return sendListing(session, resolvePathname(session.directory, withoutOptions(argument)), line, command);
};

const machineList = async (session: Session, argument: string, command: string): Promise<void> => {
  const path = resolvePathname(session.directory, argument);
  const generated = session.server.script.generated?.[path];
  // RFC 3659 7.1: MLSD is for directories only.
  if (!generated && (await session.server.tree.stat(path)).kind !== 'directory')
    return session.reply('501 Not a directory.');
  return sendListing(session, path, (entry) => mlsxLine(entry, session.facts), command);
};

const machineFacts = async (session: Session, argument: string): Promise<void> => {
  const path = resolvePathname(session.directory, argument);
  const entry = await session.server.tree.stat(path);
  return session.reply(
    `250-Facts of ${lastPartOf(path)}\n ${mlsxLine({ ...entry, name: path }, session.facts)}\n250 End.`,
  );
};

/** RFC 959 LIST, NLST; RFC 3659 MLSD, MLST. */
export const listingCommands: CommandTable = {
  LIST: afterLogin(list),
  NLST: afterLogin((session, argument, command) =>
    sendListing(session, resolvePathname(session.directory, withoutOptions(argument)), (entry) => entry.name, command),
  ),
  MLSD: afterLogin(machineList),
  MLST: afterLogin(machineFacts),
};
