import type { Reply } from '#shared/ftp/reply.ts';
import { protocolFault } from './protocol-fault.ts';

/** Longest reply taken from a server-PI, all its lines together, in bytes. */
export const MAX_REPLY_BYTES = 1024 * 1024;

/**
 * Three digits, then SP (last line), `-` (more lines follow) or nothing: some servers leave out the space where there
 * is no text. 6yz are the protected replies of RFC 2228.
 */
const FIRST_LINE = /^([1-6]\d\d)(?:([ -])(.*))?$/s;

export interface ReplyReader {
  /**
   * Takes one line without its end and calls `onReply` when it completes a reply.
   * Faults: `protocol: malformed-reply`, `protocol: reply-too-long`.
   */
  push(line: Uint8Array): void;
  /** Whether a reply of several lines has begun and not ended. */
  readonly unfinished: boolean;
}

/**
 * Lines into replies (RFC 959 4.2):
 *
 *     123-First line            a hyphen: more lines follow
 *     Second line
 *       234 A line beginning with numbers      any line but `123 ` belongs to the text, digits or not
 *     123-Also a line of the text              most servers repeat the code; it is taken off
 *     123 The last line         the same code and a space: the end
 *
 * @param decode bytes of a line into text
 */
export const createReplyReader = (
  decode: (bytes: Uint8Array) => string,
  onReply: (reply: Reply) => void,
  maxBytes = MAX_REPLY_BYTES,
): ReplyReader => {
  let open: { readonly code: string; readonly lines: string[]; bytes: number } | null = null;

  /** In a row, between two replies. */
  let empty = 0;

  const begin = (line: Uint8Array): void => {
    const text = decode(line);
    // An empty line between replies carries nothing; some servers put one after a long text.
    if (text.trim() === '') {
      empty += 1;
      if (empty > maxBytes / 8) throw protocolFault('reply-too-long', 'empty lines without end');
      return;
    }
    empty = 0;
    const found = FIRST_LINE.exec(text);
    if (found === null) throw protocolFault('malformed-reply', text);
    const [, code = '', separator, rest = ''] = found;
    if (separator === '-') open = { code, lines: [rest], bytes: line.length };
    else onReply({ code: Number(code), lines: [rest] });
  };

  const goOn = (line: Uint8Array, reply: NonNullable<typeof open>): void => {
    reply.bytes += line.length;
    // Each line costs an entry even when it is empty, so empty lines are bounded too.
    if (reply.bytes > maxBytes || reply.lines.length > maxBytes / 8) {
      throw protocolFault('reply-too-long', `more than ${maxBytes} bytes`);
    }
    const text = decode(line);
    const last = text === reply.code || text.startsWith(`${reply.code} `);
    reply.lines.push(last || text.startsWith(`${reply.code}-`) ? text.slice(4) : text);
    if (!last) return;
    open = null;
    onReply({ code: Number(reply.code), lines: reply.lines });
  };

  return {
    push(line) {
      if (open === null) begin(line);
      else goOn(line, open);
    },
    get unfinished() {
      return open !== null;
    },
  };
};
