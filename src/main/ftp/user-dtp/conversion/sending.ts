import { ByteBuilder } from './byte-builder.ts';
import type { Codec } from './codec.ts';
import { type ConversionEnds, goesUnconverted, modeWriter, structureWriter } from './conversion.ts';

export interface SendingOptions extends ConversionEnds {
  /** Local bytes from one restart marker to the next, at least. */
  readonly markerInterval: number;
  /** Told of each restart marker that is written, by the place in the local file which it stands for. */
  readonly onMarker: (localBytes: number) => void;
}

/**
 * The local file as it goes over the data connection; null where its bytes go as they are.
 *
 * In block and compressed mode restart markers (RFC 959 3.5) are put in: "The marker information has meaning only to
 * the sender". Ours is the number of bytes of the local file before it, in decimal. It stands where a conversion that
 * begins there would write just what this one goes on to write: not between the CR and LF of one end of a line, not
 * within a record behind its length, and never where the structure is page.
 */
export const sendingCodec = (options: SendingOptions): Codec | null => {
  const { parameters, from, markerInterval, onMarker } = options;
  if (goesUnconverted(parameters)) return null;
  const out = new ByteBuilder();
  const mode = modeWriter(parameters, out);
  const structure = structureWriter(options, mode);
  const hasMarkers = parameters.mode === 'B' || parameters.mode === 'C';
  const nextAfter = (bytes: number): number =>
    hasMarkers ? (Math.floor(bytes / markerInterval) + 1) * markerInterval : Number.POSITIVE_INFINITY;
  let at = from;
  let next = nextAfter(from);

  /** Bytes to take before it has to be looked whether a marker is due. */
  const untilMarker = (): number => (at < next ? next - at : structure.toRestartPoint);
  const mark = (): void => {
    mode.marker(String(at));
    onMarker(at);
    next = nextAfter(at);
  };
  return {
    push(bytes) {
      out.reserve(bytes.length);
      let done = 0;
      while (done < bytes.length) {
        if (untilMarker() === 0) mark();
        const part = bytes.subarray(done, done + untilMarker());
        structure.push(part);
        done += part.length;
        at += part.length;
      }
      return out.take();
    },
    end() {
      structure.end();
      return out.take();
    },
    complete: false,
  };
};
