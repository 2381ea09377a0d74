import { FaultError, type Stage } from '#shared/fault.ts';
import type { PathnameCodec } from './pathname-codec.ts';

/** One command of RFC 959 5.3, ready to be sent. */
export interface Command {
  /** Upper case. */
  readonly verb: string;
  /** Verb, space and argument as bytes, without CRLF and before the Telnet layer. */
  readonly line: Uint8Array;
  /** The line as a person may see it: secrets masked. */
  readonly shown: string;
}

/** Verbs whose argument is a secret. */
const SECRET_VERBS: ReadonlySet<string> = new Set(['PASS', 'ACCT']);

/**
 * A command and its argument as bytes. The check is on the final bytes, after decoding and encoding: whatever the
 * encoding makes of a character, no CR, LF or NUL gets on the wire, where it would begin a second command.
 *
 * @param argument null: the verb alone
 * Faults: `refused-here: unsafe-argument`; what the codec refuses to encode.
 */
export const command = (
  verb: string,
  argument: string | null,
  codec: PathnameCodec,
  stage: Stage = 'preparing',
): Command => {
  const head = new TextEncoder().encode(argument === null ? verb : `${verb} `);
  const tail = argument === null ? new Uint8Array() : codec.encode(argument);
  const line = new Uint8Array(head.length + tail.length);
  line.set(head);
  line.set(tail, head.length);
  refuseLineEnds(verb, line, stage);
  const shownArgument = SECRET_VERBS.has(verb.toUpperCase()) ? '****' : argument;
  return { verb: verb.toUpperCase(), line, shown: argument === null ? verb : `${verb} ${shownArgument}` };
};

/** A whole line as a person typed it, `site chmod 644 x`. Faults as of {@link command}. */
export const commandOfLine = (typed: string, codec: PathnameCodec): Command => {
  const { verb, argument } = splitLine(typed);
  return command(verb, argument, codec);
};

/** The verb in upper case, and what stands behind the first space; null where there is none. */
export const splitLine = (typed: string): { readonly verb: string; readonly argument: string | null } => {
  const [, verb = '', argument] = /^\s*([^ ]*)(?: (.*))?$/s.exec(typed) ?? [];
  return { verb: verb.toUpperCase(), argument: argument ?? null };
};

const refuseLineEnds = (verb: string, line: Uint8Array, stage: Stage): void => {
  if (!line.some((byte) => byte === 0x0d || byte === 0x0a || byte === 0x00)) return;
  throw new FaultError({
    kind: 'refused-here',
    stage,
    reason: 'unsafe-argument',
    detail: `the argument of ${verb.replace(/[^A-Za-z]/g, '')} holds a line end or NUL`,
  });
};
