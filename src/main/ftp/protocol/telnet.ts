/**
 * The Telnet layer of the control connection (RFC 959 2.3 and 5.3, RFC 854). A user-FTP process needs of it only this:
 * take commands out of what comes in, refuse every option the server-PI proposes, double 0xFF in what goes out.
 *
 *     ff fb 01   IAC WILL ECHO        answered  ff fe 01   IAC DONT ECHO
 *     ff fd 03   IAC DO SUPPRESS-GA   answered  ff fc 03   IAC WONT SUPPRESS-GA
 */

const IAC = 0xff;
const DONT = 0xfe;
const DO = 0xfd;
const WONT = 0xfc;
const WILL = 0xfb;
const SB = 0xfa;
/** Interrupt process. */
const IP = 0xf4;
/** Data mark, the end of a Synch. */
const DM = 0xf2;
/** SE, the lowest of the Telnet command bytes (RFC 854). */
const SE = 0xf0;

export interface TelnetReceiver {
  /** Takes bytes as they came, in any split, and gives those that are not Telnet's to `onData`. */
  push(bytes: Uint8Array): void;
}

type State = 'data' | 'command' | 'refuse-with-dont' | 'refuse-with-wont' | 'option' | 'subnegotiation' | 'sub-command';

/**
 * @param onData receives the bytes left after Telnet commands are taken out; valid only during the call
 * @param answer sends the refusal of a proposed option
 */
export const createTelnetReceiver = (
  onData: (bytes: Uint8Array) => void,
  answer: (bytes: Uint8Array) => void,
): TelnetReceiver => {
  let state: State = 'data';

  /** One byte outside plain data; what it turns out to mean as data is pushed on `kept`. */
  const step = (byte: number, kept: number[]): void => {
    switch (state) {
      case 'data':
        if (byte === IAC) state = 'command';
        else kept.push(byte);
        return;
      case 'command':
        state = afterCommand(byte);
        if (byte === IAC) kept.push(IAC);
        // A server that sends names in an 8-bit set without doubling 0xFF: no Telnet command has so low a byte.
        else if (byte < SE) kept.push(IAC, byte);
        return;
      case 'refuse-with-dont':
        answer(Uint8Array.of(IAC, DONT, byte));
        state = 'data';
        return;
      case 'refuse-with-wont':
        answer(Uint8Array.of(IAC, WONT, byte));
        state = 'data';
        return;
      case 'option':
        state = 'data';
        return;
      case 'subnegotiation':
        if (byte === IAC) state = 'sub-command';
        return;
      case 'sub-command':
        state = byte === SE ? 'data' : 'subnegotiation';
        return;
    }
  };

  return {
    push(bytes) {
      if (state === 'data' && !bytes.includes(IAC)) {
        onData(bytes);
        return;
      }
      const kept: number[] = [];
      for (const byte of bytes) step(byte, kept);
      if (kept.length > 0) onData(Uint8Array.from(kept));
    },
  };
};

const afterCommand = (byte: number): State => {
  switch (byte) {
    case WILL:
      return 'refuse-with-dont';
    case DO:
      return 'refuse-with-wont';
    // WONT and DONT confirm what we never wanted: no answer, or both sides would go on for ever.
    case WONT:
    case DONT:
      return 'option';
    case SB:
      return 'subnegotiation';
    default:
      return 'data';
  }
};

/**
 * What goes before a command that the server is to look at in the middle of a transfer (RFC 959 4.1.3 ABOR): IP, then
 * the data mark of a Synch. The Synch of RFC 854 is TCP urgent data too, which Node cannot send; these bytes in the
 * stream are all that is left of it.
 *
 *     ff f4 ff f2   41 42 4f 52 0d 0a      IAC IP, IAC DM, ABOR CRLF
 */
export const TELNET_INTERRUPT: Uint8Array = Uint8Array.of(IAC, IP, IAC, DM);

/** Bytes ready for the control connection: every 0xFF doubled (RFC 854, "IAC IAC"). */
export const escapeTelnet = (bytes: Uint8Array): Uint8Array => {
  if (!bytes.includes(IAC)) return bytes;
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === IAC) escaped.push(IAC);
  }
  return Uint8Array.from(escaped);
};
