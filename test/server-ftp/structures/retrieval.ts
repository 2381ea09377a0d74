import { gathered } from '../codecs/gathered.ts';
import type { Item } from '../codecs/items.ts';
import { encodeMode } from '../codecs/modes.ts';
import type { ByteString } from '../pathnames.ts';
import type { DataScript } from '../script.ts';
import type { Session } from '../session.ts';
import type { FileTree } from '../tree/file-tree.ts';
import { BEGINNING, type Place } from './place.ts';
import {
  assertSendable,
  fileItems,
  type MarkerPlan,
  pageItems,
  recordItems,
  withoutBytes,
  withSuspectData,
} from './sending.ts';
import { pagesOfBytes, recordsOfBytes } from './stored-file.ts';
import { encodingOf, markersFor, transmissionOf } from './transmission.ts';

/** Where a file is sent from: a place in it, or so many bytes of what would be sent. */
export type Start = { readonly place: Place } | { readonly bytes: number };

/**
 * A stored file as it goes over the data connection under the session's transfer parameters, whatever structure it was
 * stored in. Throws TreeError at once where it cannot be sent.
 */
export const retrieval = async (
  session: Session,
  path: ByteString,
  start: Start,
): Promise<(script: DataScript) => AsyncIterable<Uint8Array>> => {
  const { parameters } = session;
  const itemsWith = await itemsOf(session, path, start);
  return (script) => {
    const transmission = transmissionOf(session, script);
    const items = itemsWith(markersFor(session, path, transmission));
    const { suspect } = transmission;
    return gathered(
      encodeMode(suspect ? withSuspectData(items, suspect) : items, parameters, encodingOf(transmission)),
    );
  };
};

const itemsOf = async (
  session: Session,
  path: ByteString,
  start: Start,
): Promise<(markers: MarkerPlan | null) => AsyncIterable<Item>> => {
  const { tree } = session.server;
  const { structure, representation } = session.parameters;
  const place = 'place' in start ? start.place : BEGINNING;
  if (structure === 'R') {
    const records = (await tree.structure(path)).records ?? recordsOfBytes(await wholeFile(tree, path));
    return (markers) => recordItems(records, place, representation, markers);
  }
  if (structure === 'P') {
    const pages = (await tree.structure(path)).pages ?? pagesOfBytes(await wholeFile(tree, path));
    assertSendable(pages, representation);
    return (markers) => pageItems(pages, place, representation, markers);
  }
  if ('bytes' in start && representation.type === 'A')
    // REST in TYPE A counts bytes as they are sent (RFC 3659 5.3).
    return () => withoutBytes(fileItems(tree.read(path, 0), 0, representation, null), start.bytes);
  const offset = 'bytes' in start ? start.bytes : start.place.offset;
  return (markers) => fileItems(tree.read(path, offset), offset, representation, markers);
};

/** All bytes of a file of the tree. */
export const wholeFile = async (tree: FileTree, path: ByteString): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of tree.read(path, 0)) chunks.push(chunk);
  return Buffer.concat(chunks);
};
