import { malformed, noEndOfFile } from '../faults.ts';
import type { FoundParts } from '../file-parts.ts';

/** Descriptor codes (RFC 959 3.4.2), bit flags of one byte. */
export const EOR = 128;
export const EOF = 64;
export const SUSPECT = 32;
export const MARKER = 16;
const UNASSIGNED = 0x0f;

/** Longest restart marker: RFC 959 sets no bound, and it has to fit into a command line. */
const MOST_MARKER_BYTES = 1024;

/** What bytes under a descriptor mean, in block and in compressed mode alike. */
export interface Described {
  /** Bytes follow that this descriptor applies to. */
  begin(descriptor: number): void;
  data(bytes: Uint8Array): void;
  /** Those were all. */
  end(): void;
  /** Throws for whatever follows the end of the file. */
  refuseMore(): void;
  /** The data connection has ended. */
  close(inMiddle: boolean): void;
}

/**
 * A marker under further flags ends a record or the file as they say, but is no place to go on from: whether it stands
 * before or behind that end is not said. Neither is a suspect one.
 */
export const describedParts = (to: FoundParts): Described => {
  let descriptor = 0;
  let marker: number[] = [];
  let complete = false;

  return {
    begin(flags) {
      if ((flags & UNASSIGNED) !== 0) throw malformed(`descriptor ${flags}`);
      descriptor = flags;
      if ((flags & (SUSPECT | MARKER)) === SUSPECT) to.suspect(true);
    },
    data(bytes) {
      if ((descriptor & MARKER) === 0) {
        to.data(bytes);
        return;
      }
      if (marker.length + bytes.length > MOST_MARKER_BYTES) throw malformed('a restart marker without end');
      marker.push(...bytes);
    },
    end() {
      if ((descriptor & MARKER) !== 0) {
        const text = markerText(marker);
        marker = [];
        if (descriptor === MARKER) to.marker(text);
      } else if ((descriptor & SUSPECT) !== 0) to.suspect(false);
      if ((descriptor & EOR) !== 0) to.endOfRecord();
      complete = (descriptor & EOF) !== 0;
      if (complete) to.endOfFile();
      descriptor = 0;
    },
    refuseMore() {
      if (complete) throw malformed('bytes behind the end of the file');
    },
    close(inMiddle) {
      if (complete) return;
      throw noEndOfFile(`the data connection ended ${inMiddle ? 'within' : 'behind'} a block that is not the last`);
    },
  };
};

/** "Printable characters in the language being used over the control connection", and no space "WITHIN" it. */
const markerText = (bytes: readonly number[]): string => {
  const text = String.fromCharCode(...bytes);
  if (!/^[!-~]+$/.test(text)) throw malformed(`a restart marker that cannot be sent back: ${text}`);
  return text;
};
