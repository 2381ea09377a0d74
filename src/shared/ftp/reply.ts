/** A whole reply of the server-PI (RFC 959 4.2): three digits and one or more lines of text. */
export interface Reply {
  /** 100 to 659: 6yz are the protected replies of RFC 2228. */
  readonly code: number;
  /** The text of each line without code, separator and line end. */
  readonly lines: readonly string[];
}

/** 1yz: the action has begun, another reply follows. */
export const isPreliminary = (reply: Reply): boolean => reply.code < 200;
/** 2yz: done. */
export const isCompletion = (reply: Reply): boolean => reply.code >= 200 && reply.code < 300;
/** 3yz: accepted, the server waits for the next command of the group. */
export const isIntermediate = (reply: Reply): boolean => reply.code >= 300 && reply.code < 400;
/** 4yz or 5yz. */
export const isNegative = (reply: Reply): boolean => reply.code >= 400 && reply.code < 600;

/** The server's words alone, lines joined by LF. */
export const replyText = (reply: Reply): string => reply.lines.join('\n');
