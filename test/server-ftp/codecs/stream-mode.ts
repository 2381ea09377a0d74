import {
  bytesAfterEnd,
  closedWithoutEnd,
  dataItem,
  END_OF_FILE,
  END_OF_RECORD,
  type EncodingChoice,
  type Item,
  MalformedData,
  type ModeDecoder,
} from './items.ts';

/**
 * RFC 959 3.4.1: in record structure "the first byte of the control code will be all ones"; "the byte will have value
 * 1 for EOR and value 2 for EOF"; both together 3; "if a byte of all ones was intended to be sent as data, it should be
 * repeated".
 */
const ESCAPE = 0xff;
const EOR = 1;
const EOF = 2;

/** File and page structure: "EOF is indicated by the sending host closing the data connection". */
export async function* encodeStream(items: AsyncIterable<Item>): AsyncIterable<Buffer> {
  for await (const item of items) if (item.kind === 'data') yield Buffer.from(item.bytes);
}

export async function* encodeRecordStream(
  items: AsyncIterable<Item>,
  { endsApart }: Pick<EncodingChoice, 'endsApart'>,
): AsyncIterable<Buffer> {
  // An end of record waits, since the end of the file may be told together with it.
  let recordEnded = false;
  for await (const item of items) {
    const together = recordEnded && item.kind === 'end-of-file' && !endsApart;
    if (recordEnded && !together) yield Buffer.from([ESCAPE, EOR]);
    recordEnded = item.kind === 'end-of-record';
    if (item.kind === 'data') yield escaped(item.bytes);
    if (item.kind === 'end-of-file') yield Buffer.from([ESCAPE, together ? EOR | EOF : EOF]);
  }
}

const escaped = (bytes: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\xff', '\xff\xff'), 'latin1');

/** File and page structure. */
export class StreamDecoder implements ModeDecoder {
  push(bytes: Uint8Array): readonly Item[] {
    return [dataItem(Buffer.from(bytes))];
  }

  end(): readonly Item[] {
    return [END_OF_FILE];
  }
}

export class RecordStreamDecoder implements ModeDecoder {
  #escaping = false;
  #ended = false;

  push(bytes: Uint8Array): readonly Item[] {
    const items: Item[] = [];
    const data = Buffer.allocUnsafe(bytes.length);
    let length = 0;
    const flush = (): void => {
      if (length > 0) items.push(dataItem(Buffer.from(data.subarray(0, length))));
      length = 0;
    };
    for (const byte of bytes) {
      if (this.#ended) throw bytesAfterEnd();
      if (!this.#escaping && byte === ESCAPE) {
        this.#escaping = true;
      } else if (!this.#escaping || byte === ESCAPE) {
        this.#escaping = false;
        data[length] = byte;
        length += 1;
      } else {
        this.#escaping = false;
        if (byte === 0 || byte > (EOR | EOF)) throw new MalformedData(`FF ${hex(byte)} is no control code.`);
        flush();
        if (byte & EOR) items.push(END_OF_RECORD);
        if (byte & EOF) items.push(END_OF_FILE);
        this.#ended = (byte & EOF) !== 0;
      }
    }
    flush();
    return items;
  }

  end(): readonly Item[] {
    if (!this.#ended) throw closedWithoutEnd('stream');
    return [];
  }
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
