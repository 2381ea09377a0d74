import { BlockDecoder, encodeBlocks } from './block-mode.ts';
import { CompressedDecoder, encodeCompressed } from './compressed-mode.ts';
import { DeflateDecoder, encodeDeflated } from './deflate-mode.ts';
import { gathered } from './gathered.ts';
import type { EncodingChoice, Item, ModeDecoder } from './items.ts';
import type { Representation } from './representation.ts';
import { encodeRecordStream, encodeStream, RecordStreamDecoder, StreamDecoder } from './stream-mode.ts';

/** RFC 959 5.1 TRANSFER PARAMETER COMMANDS, without the data port. */
export interface Parameters {
  readonly representation: Representation;
  readonly structure: 'F' | 'R' | 'P';
  readonly mode: 'S' | 'B' | 'C' | 'Z';
}

export const DEFAULT_PARAMETERS: Parameters = {
  representation: { type: 'A', format: 'N' },
  structure: 'F',
  mode: 'S',
};

/** What goes over the data connection for these items. */
export const encodeMode = (
  items: AsyncIterable<Item>,
  { representation, structure, mode }: Parameters,
  choice: EncodingChoice,
): AsyncIterable<Buffer> => {
  if (mode === 'B') return encodeBlocks(items, choice);
  if (mode === 'C') return encodeCompressed(items, representation, choice);
  const stream = structure === 'R' ? encodeRecordStream(items, choice) : encodeStream(items);
  return mode === 'Z' ? encodeDeflated(gathered(stream)) : stream;
};

export const modeDecoder = ({ representation, structure, mode }: Parameters): ModeDecoder => {
  if (mode === 'B') return new BlockDecoder();
  if (mode === 'C') return new CompressedDecoder(representation);
  const stream = structure === 'R' ? new RecordStreamDecoder() : new StreamDecoder();
  return mode === 'Z' ? new DeflateDecoder(stream) : stream;
};

/** RFC 959 3.5: "The restart procedure is defined only for the block and compressed modes". */
export const carriesMarkers = ({ mode }: Parameters): boolean => mode === 'B' || mode === 'C';
