import type { Reply } from '#shared/ftp/reply.ts';
import type { DialogueObserver, ProtectedData } from '../ftp/engine.ts';

/** One thing that passed on the control connection. */
export type Passed =
  | { readonly kind: 'command'; readonly line: string; readonly atMs: number }
  | { readonly kind: 'reply'; readonly reply: Reply; readonly atMs: number }
  | { readonly kind: 'note'; readonly text: string; readonly atMs: number };

/** Hears one connection's dialogue for the evidence. */
export interface Recorder {
  readonly observer: DialogueObserver;
  /** The TLS of the data connections so far. */
  readonly dataSessions: readonly ProtectedData[];
  /** Where the dialogue is now, for `since`. */
  mark(): number;
  since(mark: number): readonly Passed[];
  /** The newest lines behind a mark, as a person reads them in a transcript. */
  evidence(mark?: number): readonly string[];
}

/** More is never looked at again: what came first is let go. */
const KEPT = 2_000;
/** Lines of evidence of one check. */
const MOST_LINES = 24;
const MOST_CHARACTERS = 300;

/** @param also hears the same */
export const createRecorder = (also: DialogueObserver): Recorder => {
  let passed: Passed[] = [];
  let gone = 0;
  const dataSessions: ProtectedData[] = [];
  const keep = (event: Passed): void => {
    passed.push(event);
    if (passed.length <= KEPT) return;
    gone += passed.length - KEPT / 2;
    passed = passed.slice(-KEPT / 2);
  };
  const since = (mark: number): readonly Passed[] => passed.slice(Math.max(0, mark - gone));
  return {
    observer: {
      command: (line) => {
        also.command(line);
        keep({ kind: 'command', line, atMs: Date.now() });
      },
      reply: (reply) => {
        also.reply(reply);
        keep({ kind: 'reply', reply, atMs: Date.now() });
      },
      note: (text) => {
        also.note(text);
        keep({ kind: 'note', text, atMs: Date.now() });
      },
      dataProtected: (session) => {
        if (dataSessions.length < KEPT) dataSessions.push(session);
      },
    },
    dataSessions,
    mark: () => gone + passed.length,
    since,
    evidence: (mark = 0) => linesOf(since(mark)),
  };
};

/** `> EPSV`, `< 229 Entering …`, `* connected to …`: at most the last 24. */
export const linesOf = (passed: readonly Passed[]): readonly string[] =>
  passed
    .flatMap((event) => {
      if (event.kind === 'command') return [`> ${event.line}`];
      if (event.kind === 'note') return [`* ${event.text}`];
      return replyLines(event.reply);
    })
    .map((line) => line.slice(0, MOST_CHARACTERS))
    .slice(-MOST_LINES);

/** The first and the last line of a long reply: FEAT's fifty lines show nothing more. */
const replyLines = ({ code, lines }: Reply): readonly string[] => {
  const shown = lines.length <= 4 ? lines : [...lines.slice(0, 2), '…', ...lines.slice(-1)];
  return shown.map((line) => `< ${code} ${line}`);
};
