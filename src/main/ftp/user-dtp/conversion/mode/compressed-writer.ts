import type { ByteBuilder } from '../byte-builder.ts';
import type { ModeWriter } from '../file-parts.ts';
import { ESCAPE, FILLER, MOST_COUNT, MOST_STRING, REPLICATED } from './compressed.ts';
import { EOF, EOR, MARKER } from './described.ts';

/**
 * Shortest run worth a string of its own. A replicated byte takes two bytes and cuts the data around it in two, which
 * takes a third; filler takes one, and a second for the cut.
 */
const LEAST_REPLICATED = 4;
const LEAST_FILLER = 3;

/**
 * Compressed mode (RFC 959 3.4.3) as sent. The escape sequence of an end applies "to the succeeding string of bytes",
 * so the last string of all is held back until it is known what comes behind it. Where there is none, filler of no
 * bytes is the one string that can be empty: "Count n must be positive" is said of data alone.
 *
 *     20 20 20 20 61 EOR EOF, TYPE A   ->   c4   00 80 01 61   00 40 c0
 */
export const compressedWriter = (out: ByteBuilder, filler: number): ModeWriter => {
  /** The string held back, as it will be written. */
  const held = new Uint8Array(1 + MOST_STRING);
  let heldBytes = 0;
  /** Data that no run was found in. */
  const data = new Uint8Array(MOST_STRING);
  let dataBytes = 0;
  /** The byte that came last, and how often in a row. */
  let last = -1;
  let run = 0;

  const release = (): void => {
    if (heldBytes > 0) out.append(held.subarray(0, heldBytes));
    heldBytes = 0;
  };
  const endData = (): void => {
    if (dataBytes === 0) return;
    release();
    held[0] = dataBytes;
    held.set(data.subarray(0, dataBytes), 1);
    heldBytes = 1 + dataBytes;
    dataBytes = 0;
  };
  const endRun = (): void => {
    if (run >= (last === filler ? LEAST_FILLER : LEAST_REPLICATED)) {
      endData();
      release();
      held[0] = (last === filler ? FILLER : REPLICATED) | run;
      held[1] = last;
      heldBytes = last === filler ? 1 : 2;
    } else {
      for (; run > 0; run -= 1) {
        if (dataBytes === MOST_STRING) endData();
        data[dataBytes++] = last;
      }
    }
    run = 0;
  };
  const endWith = (descriptor: number): void => {
    endRun();
    endData();
    out.byte(ESCAPE);
    out.byte(descriptor);
    if (heldBytes === 0) out.byte(FILLER);
    release();
  };

  return {
    data(bytes) {
      for (const byte of bytes) {
        if (byte !== last || run === MOST_COUNT) {
          endRun();
          last = byte;
        }
        run += 1;
      }
    },
    endOfRecord: () => endWith(EOR),
    endOfFile: () => endWith(EOF),
    marker(marker) {
      endRun();
      endData();
      release();
      out.byte(ESCAPE);
      out.byte(MARKER);
      out.byte(marker.length);
      out.append(Buffer.from(marker, 'latin1'));
    },
  };
};
