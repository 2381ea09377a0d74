import { type Item, MalformedData } from '../codecs/items.ts';
import { modeDecoder } from '../codecs/modes.ts';

import type { ByteString } from '../pathnames.ts';
import type { Receiving } from '../payload.ts';
import type { Session } from '../session.ts';
import { type FileTree, TreeError } from '../tree/file-tree.ts';
import { BEGINNING, type Place } from './place.ts';
import { receiverFor, takeItem } from './receiving.ts';
import { wholeFile } from './retrieval.ts';
import { Room } from './room.ts';
import { type KeptStructure, NO_STRUCTURE, pagesOfBytes, recordsOfBytes } from './stored-file.ts';

/** Where what is received goes: a place in the file, behind which it is cut off; `end`: behind all there is. */
export type Target = Place | 'end';

/** Takes a file from the data connection under the session's transfer parameters and keeps it at `path`. */
export const storage = async (session: Session, path: ByteString, target: Target): Promise<Receiving> => {
  const { server, parameters } = session;
  const { structure } = parameters;
  const kept = structure === 'F' || target === BEGINNING ? NO_STRUCTURE : await structured(server.tree, path);
  const place =
    target === 'end' ? { unit: (structure === 'P' ? kept.pages : kept.records)?.length ?? 0, offset: 0 } : target;
  // Records and pages are written anew and whole, once all of them are there.
  const offset = structure !== 'F' ? 0 : target === 'end' ? null : target.offset;
  const writer = await server.tree.write(path, offset, server.script.keepsBehind ? 'kept' : 'cut');
  const room = roomFor(session, place.offset);
  const receiver = receiverFor(parameters, writer, kept, place, room);
  const decoder = modeDecoder(parameters);
  let ended = false;

  const takeAll = async (items: readonly Item[]): Promise<void> => {
    for (const item of items) {
      ended ||= item.kind === 'end-of-file';
      if (item.kind !== 'marker') await takeItem(receiver, item);
      else await answerMarker(session, path, item.text, receiver.place());
    }
  };
  return {
    async receive(chunk) {
      await takeAll(await decoder.push(chunk));
      return ended;
    },
    async end() {
      await takeAll(await decoder.end());
      if (!ended) throw new MalformedData('Connection closed without EOF.', '426');
    },
    close: () => receiver.close(),
  };
};

/** What the disk of the script holds, or what ALLO has reserved of it. */
const roomFor = ({ server, allocated }: Session, taken: number): Room => {
  const full = server.script.diskFull;
  if (full) return new Room(full.after - taken, `${full.reply} No space left on device.`);
  return allocated === null ? Room.endless() : new Room(allocated, '552 More than ALLO has reserved.');
};

/** RFC 959 4.2.1: "In this case, the text is exact": `110 MARK yyyy = mmmm`, the sender's marker and the server's own. */
const answerMarker = async (session: Session, path: ByteString, theirs: string, place: Place | null): Promise<void> => {
  // No reply where the file could not go on from: the client then has no such checkpoint.
  if (!place) return;
  const ours = session.server.marks.issue({ path, structure: session.parameters.structure, place });
  await session.reply(`110 MARK ${theirs} = ${ours}`);
};

/** The file as records and as pages; nothing of a file that does not exist. */
const structured = async (tree: FileTree, path: ByteString): Promise<KeptStructure> => {
  try {
    const { records, pages } = await tree.structure(path);
    const bytes = await wholeFile(tree, path);
    return { records: records ?? recordsOfBytes(bytes), pages: pages ?? pagesOfBytes(bytes) };
  } catch (error) {
    if (error instanceof TreeError) return NO_STRUCTURE;
    throw error;
  }
};
