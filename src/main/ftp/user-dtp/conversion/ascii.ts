import type { Codec } from './codec.ts';

const CR = 0x0d;
const LF = 0x0a;
const NOTHING = new Uint8Array();
const ONE_CR = Uint8Array.of(CR);

/**
 * TYPE A Non-print as received (RFC 959 3.1.1.1): the NVT's CR LF becomes the local LF. A CR that no LF follows is
 * kept as it is.
 *
 *     61 0d 0a 62 0d 63   ->   61 0a 62 0d 63
 */
export const asciiFromNetwork = (): Codec => {
  let heldCr = false;
  return {
    push(bytes) {
      if (bytes.length === 0) return NOTHING;
      const out = new Uint8Array(bytes.length + 1);
      let length = 0;
      for (const byte of bytes) {
        if (heldCr && byte !== LF) out[length++] = CR;
        heldCr = byte === CR;
        if (!heldCr) out[length++] = byte;
      }
      return out.subarray(0, length);
    },
    end: () => (heldCr ? ONE_CR : NOTHING),
  };
};

/**
 * TYPE A Non-print as sent: a local LF becomes CR LF. A CR LF in the file is an end of line already and stays one.
 *
 *     61 0a 62 0d 0a 0d   ->   61 0d 0a 62 0d 0a 0d
 */
export const asciiToNetwork = (): Codec => {
  let afterCr = false;
  return {
    push(bytes) {
      const out = new Uint8Array(bytes.length * 2);
      let length = 0;
      for (const byte of bytes) {
        if (byte === LF && !afterCr) out[length++] = CR;
        out[length++] = byte;
        afterCr = byte === CR;
      }
      return out.subarray(0, length);
    },
    end: () => NOTHING,
  };
};
