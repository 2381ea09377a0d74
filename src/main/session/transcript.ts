import type { Reply } from '#shared/ftp/reply.ts';
import type { ListingText } from '#shared/ftp/typed-command.ts';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import type { DialogueObserver } from '../ftp/engine.ts';

/** Lines kept of one session; the oldest go first. */
export const TRANSCRIPT_LINES = 5_000;

/** And of each so many characters: a reply may be a megabyte long, and a server may send as many as it likes. */
export const LINE_CHARACTERS = 4_096;

/** Lines shown of one listing: more would push the dialogue itself out. */
export const LISTED_LINES = 1_000;

/** The control dialogues of one session's connections, in the order they happened. Secrets are masked by the engine. */
export interface Transcript {
  /** What a connection tells; 0 is the one for browsing. */
  observer(connection: number): DialogueObserver;
  /** What a command that a person typed listed. */
  listing(text: ListingText): void;
  /** A remark of the session itself. */
  note(text: string): void;
  error(text: string): void;
  /** The newest lines, oldest first. */
  lines(): readonly TranscriptLine[];
}

/**
 * A reply as it stood on the wire (RFC 959 4.2): `220-First`, the lines between as they came, `220 Last`.
 */
export const replyLines = (reply: Reply): readonly string[] =>
  reply.lines.map((text, index) => {
    if (index === reply.lines.length - 1) return `${reply.code} ${text}`;
    return index === 0 ? `${reply.code}-${text}` : text;
  });

const shortened = (text: string): string =>
  text.length > LINE_CHARACTERS ? `${text.slice(0, LINE_CHARACTERS)}…` : text;

/**
 * @param onLine told of every new line, once each, in order
 * @param read how bytes in it that are not UTF-8 read
 */
export const createTranscript = (
  onLine: (line: TranscriptLine) => void,
  now: () => number = Date.now,
  read: (text: string) => string = (text) => text,
): Transcript => {
  let kept: TranscriptLine[] = [];
  let number = 0;

  const add = (connection: number, kind: TranscriptLine['kind'], text: string): void => {
    number += 1;
    const line: TranscriptLine = { number, timeMs: now(), connection, kind, text: read(shortened(text)) };
    kept.push(line);
    // Cut at twice the size, so that a line costs the same however many there are.
    if (kept.length >= 2 * TRANSCRIPT_LINES) kept = kept.slice(-TRANSCRIPT_LINES);
    onLine(line);
  };

  return {
    observer: (connection) => ({
      command: (line) => add(connection, 'command', line),
      reply: (reply) => {
        for (const text of replyLines(reply)) add(connection, 'reply', text);
      },
      note: (text) => add(connection, 'note', text),
    }),
    listing: ({ lines, cut }) => {
      for (const line of lines.slice(0, LISTED_LINES)) add(0, 'listing', line);
      const more = lines.length - LISTED_LINES;
      if (cut || more > 0) add(0, 'note', `Lines not shown: ${cut ? 'more than ' : ''}${Math.max(0, more)}`);
    },
    note: (text) => add(0, 'note', text),
    error: (text) => add(0, 'error', text),
    lines: () => kept.slice(-TRANSCRIPT_LINES),
  };
};
