import type { Checkpoint, SuspectData } from '../../engine.ts';
import { ByteBuilder } from './byte-builder.ts';
import type { Codec } from './codec.ts';
import { type ConversionEnds, goesUnconverted, modeReader, structureReader } from './conversion.ts';
import { createSuspectRanges } from './suspect-ranges.ts';

export interface ReceivingOptions extends ConversionEnds {
  /**
   * Told of each restart marker of the server's behind which the transfer could go on, while the bytes it came with
   * are being taken: the local file up to there is in what this call of the codec returns, and those before it.
   */
  readonly onMarker: (checkpoint: Checkpoint) => void;
}

export interface ReceivingCodec extends Codec {
  /** Local bytes that came out of data marked as suspect, in order. */
  readonly suspect: readonly SuspectData[];
}

/** What comes over the data connection as the local file; null where its bytes go as they are. */
export const receivingCodec = (options: ReceivingOptions): ReceivingCodec | null => {
  const { parameters, from, onMarker } = options;
  if (goesUnconverted(parameters)) return null;
  const out = new ByteBuilder();
  const structure = structureReader(options, out);
  const suspect = createSuspectRanges();
  let complete = false;
  let anySuspect = false;

  const mode = modeReader(parameters, {
    data: (bytes) => structure.data(bytes),
    endOfRecord: () => structure.endOfRecord(),
    endOfFile() {
      structure.endOfFile();
      complete = true;
    },
    marker(marker) {
      if (structure.restartable) onMarker({ marker, localBytes: from + out.total });
    },
    suspect(begins) {
      anySuspect = true;
      if (begins) suspect.begin(from + structure.position);
      else suspect.end(from + structure.reach);
    },
  });
  /** In stream mode the structure alone marks the end of the file, if anything does. */
  const isStream = parameters.mode === 'S' || parameters.mode === 'Z';

  return {
    push(bytes) {
      out.reserve(bytes.length);
      mode.push(bytes);
      return out.take();
    },
    end() {
      mode.end();
      return out.take();
    },
    get complete() {
      return complete || (isStream && structure.complete);
    },
    get suspect() {
      // The bytes of a page come to lie where the last page has them: all of the file is as suspect as one of them.
      if (parameters.structure === 'P' && anySuspect) return [{ offset: 0, length: out.total }];
      return suspect.list;
    },
  };
};
