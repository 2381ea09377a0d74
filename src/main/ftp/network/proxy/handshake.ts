/**
 * What a handshake does next: it says something, hears so many bytes, or hears a header through its empty line, but no
 * more than so many bytes of one that does not end.
 */
export type Step = { readonly say: Uint8Array } | { readonly hear: number } | { readonly hearHeader: number };

/** A handshake as its RFC tells it, one step after the other; it is handed what it wanted to hear. */
export type Handshake<T> = Generator<Step, T, Uint8Array<ArrayBufferLike>>;

/** A handshake under way. It knows no socket: bytes come by `push` however they were split. */
export interface HandshakeRun<T> {
  /** Goes on with what has come. Throws what the handshake throws. */
  push(bytes: Uint8Array): void;
  /** Null until it is through; `rest` came behind it and belongs to what follows. */
  readonly ended: { readonly result: T; readonly rest: Uint8Array } | null;
}

const NOTHING = new Uint8Array();

/** @param say sends to the proxy; called at once with what is said first */
export const runHandshake = <T>(handshake: Handshake<T>, say: (bytes: Uint8Array) => void): HandshakeRun<T> => {
  let heard: Uint8Array = NOTHING;
  let step = handshake.next(NOTHING);
  let ended: HandshakeRun<T>['ended'] = null;

  const goOn = (): void => {
    while (step.done !== true) {
      if ('say' in step.value) {
        say(step.value.say);
        step = handshake.next(NOTHING);
        continue;
      }
      const length = 'hear' in step.value ? step.value.hear : headerLength(heard, step.value.hearHeader);
      if (length === null || heard.length < length) return;
      const taken = heard.subarray(0, length);
      heard = heard.subarray(length);
      step = handshake.next(taken);
    }
    ended ??= { result: step.value, rest: heard };
  };

  goOn();
  return {
    push(bytes) {
      heard = heard.length === 0 ? bytes : Buffer.concat([heard, bytes]);
      goOn();
    },
    get ended() {
      return ended;
    },
  };
};

const LF = 0x0a;
const CR = 0x0d;

/** Bytes up to and including the first empty line, ended by CRLF or LF alone; `most` where it is not within them. */
const headerLength = (bytes: Uint8Array, most: number): number | null => {
  for (let end = bytes.indexOf(LF); end >= 0 && end < most; end = bytes.indexOf(LF, end + 1)) {
    const next = bytes[end + 1] === CR ? end + 2 : end + 1;
    if (bytes[next] === LF && next < most) return next + 1;
  }
  return bytes.length >= most ? most : null;
};
