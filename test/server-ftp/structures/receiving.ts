import { type Item, MalformedData } from '../codecs/items.ts';
import type { Parameters } from '../codecs/modes.ts';
import { type Page, PageDecoder } from '../codecs/pages.ts';
import { fromRepresentation, type Representation, wholeFromRepresentation } from '../codecs/representation.ts';
import type { TreeWriter } from '../tree/file-tree.ts';
import type { Place } from './place.ts';
import type { Room } from './room.ts';
import { bytesOfPages, bytesOfRecords, type KeptStructure, NO_STRUCTURE } from './stored-file.ts';

/** Turns the data and the ends of a transfer into a stored file. */
export interface Receiver {
  data(bytes: Uint8Array): Promise<void>;
  endOfRecord(): void;
  endOfFile(): Promise<void>;
  /** Where the file stands; null in a place from where it could not go on. */
  place(): Place | null;
  /** Keeps what there is, also of a transfer that broke. */
  close(): Promise<void>;
}

/**
 * A receiver for the structure agreed on.
 *
 * @param writer stands at the start of the file, in file structure at `start`
 * @param kept what a restarted or appended transfer goes on from
 * @param room ends the transfer where the disk is full
 */
export const receiverFor = (
  { structure, representation }: Parameters,
  writer: TreeWriter,
  kept: KeptStructure,
  start: Place,
  room: Room,
): Receiver => {
  if (structure === 'F') return new FileReceiver(writer, representation, start.offset, room);
  if (structure === 'R') return new RecordReceiver(writer, representation, kept.records ?? [], start, room);
  return new PageReceiver(writer, representation, (kept.pages ?? []).slice(0, start.unit), room);
};

class FileReceiver implements Receiver {
  readonly #writer: TreeWriter;
  readonly #room: Room;
  readonly #text;
  #at: number;

  constructor(writer: TreeWriter, representation: Representation, offset: number, room: Room) {
    this.#writer = writer;
    this.#room = room;
    this.#text = fromRepresentation(representation);
    this.#at = offset;
  }

  data(bytes: Uint8Array): Promise<void> {
    return this.#keep(this.#text.push(bytes));
  }

  endOfRecord(): void {
    throw new MalformedData('EOR in file structure.');
  }

  endOfFile(): Promise<void> {
    return this.#keep(this.#text.end());
  }

  place(): Place | null {
    return this.#text.holding ? null : { unit: 0, offset: this.#at };
  }

  async close(): Promise<void> {
    await this.#writer.close(NO_STRUCTURE);
  }

  async #keep(bytes: Buffer): Promise<void> {
    await this.#writer.write(bytes.subarray(0, this.#room.left));
    this.#room.take(bytes.length);
    this.#at += bytes.length;
  }
}

class RecordReceiver implements Receiver {
  readonly #writer: TreeWriter;
  readonly #representation: Representation;
  readonly #room: Room;
  readonly #records: Buffer[];
  /** Of the record that has not ended: what was there before the restart, and what has come of it since. */
  #before: Buffer;
  #parts: Uint8Array[] = [];

  constructor(writer: TreeWriter, representation: Representation, kept: readonly Buffer[], start: Place, room: Room) {
    this.#writer = writer;
    this.#representation = representation;
    this.#room = room;
    this.#records = kept.slice(0, start.unit);
    this.#before = Buffer.from(kept[start.unit]?.subarray(0, start.offset) ?? []);
  }

  async data(bytes: Uint8Array): Promise<void> {
    this.#room.take(bytes.length);
    this.#parts.push(bytes);
  }

  endOfRecord(): void {
    this.#records.push(this.#current());
    this.#before = Buffer.alloc(0);
    this.#parts = [];
  }

  async endOfFile(): Promise<void> {
    // RFC 959 3.4: "all the end-of-record markers (EOR) are explicit, including the final one".
    if (this.#inside) throw new MalformedData('EOF without the EOR of the last record.');
  }

  place(): Place | null {
    // Between CR and LF: what the CR means is not known yet.
    const last = this.#parts.at(-1)?.at(-1);
    if (this.#representation.type === 'A' && last === 0x0d) return null;
    return { unit: this.#records.length, offset: this.#inside ? this.#current().length : 0 };
  }

  async close(): Promise<void> {
    const records = this.#inside ? [...this.#records, this.#current()] : this.#records;
    await this.#writer.write(bytesOfRecords(records));
    await this.#writer.close({ records, pages: null });
  }

  get #inside(): boolean {
    return this.#before.length > 0 || this.#parts.length > 0;
  }

  #current(): Buffer {
    return Buffer.concat([this.#before, wholeFromRepresentation(this.#representation, Buffer.concat(this.#parts))]);
  }
}

class PageReceiver implements Receiver {
  readonly #writer: TreeWriter;
  readonly #representation: Representation;
  readonly #room: Room;
  readonly #pages: Page[];
  readonly #decoder = new PageDecoder();

  constructor(writer: TreeWriter, representation: Representation, kept: readonly Page[], room: Room) {
    this.#writer = writer;
    this.#representation = representation;
    this.#room = room;
    this.#pages = [...kept];
  }

  async data(bytes: Uint8Array): Promise<void> {
    for (const page of this.#decoder.push(bytes)) {
      const data = wholeFromRepresentation(this.#representation, page.data);
      this.#room.take(data.length);
      if (page.type !== 2 && this.#pages.some(({ index, type }) => type !== 2 && index === page.index))
        throw new MalformedData(`Page ${page.index} twice.`);
      this.#pages.push({ ...page, data });
    }
  }

  endOfRecord(): void {
    throw new MalformedData('EOR in page structure.');
  }

  async endOfFile(): Promise<void> {
    if (!this.#decoder.ended) throw new MalformedData('EOF without a last page.', '426');
  }

  place(): Place | null {
    return this.#decoder.inside ? null : { unit: this.#pages.length, offset: 0 };
  }

  async close(): Promise<void> {
    await this.#writer.write(bytesOfPages(this.#pages));
    await this.#writer.close({ records: null, pages: this.#pages });
  }
}

/** Hands an item to the receiver; a marker is not its affair. */
export const takeItem = async (receiver: Receiver, item: Exclude<Item, { kind: 'marker' }>): Promise<void> => {
  if (item.kind === 'data') return receiver.data(item.bytes);
  if (item.kind === 'end-of-record') return receiver.endOfRecord();
  return receiver.endOfFile();
};
