import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import type { Passed } from './recorder.ts';
import { linesOf } from './recorder.ts';

/** The commands that announce a data connection, in the order they are tried. */
export const WAYS = ['EPSV', 'PASV', 'EPRT', 'PORT'] as const;

export type Way = (typeof WAYS)[number];

/** What came of a data connection that was announced one way. */
export interface Attempt {
  readonly way: Way;
  /**
   * `refused`: the server does not know or want it. `blocked`: it was announced, and nobody got through.
   * `broken-off`: it stood, and the server or TLS ended it.
   */
  readonly result: 'works' | 'refused' | 'blocked' | 'broken-off';
  /** What the server answered to the announcement; null where it said nothing. */
  readonly reply: Reply | null;
  /** The server's or the system's words where it did not work. */
  readonly words: string;
  readonly milliseconds: number;
  readonly evidence: readonly string[];
}

/** How a listing ended. */
export interface Ending {
  readonly listed: boolean;
  /** Whether the data connection stood when it failed. */
  readonly stood: boolean;
  readonly words: string;
}

/**
 * Every data connection that the engine announced for one listing, one command after the other. It gives one up for the
 * next where that led nowhere, or where the command that lists was refused; how the last went is how the listing ended:
 *
 *     -> EPSV  <- 229  -> PASV  <- 227  -> MLSD  <- 150, 226      EPSV is blocked, PASV works
 *     -> EPSV  <- 229  -> MLSD  <- 502  -> EPSV  <- 229  -> LIST  <- 150, 226      EPSV works
 */
export const readAttempts = (passed: readonly Passed[], ending: Ending): readonly Attempt[] => {
  const begins = passed.flatMap((event, at) => (wayOf(event) === null ? [] : [at]));
  return begins.flatMap((at, index) => {
    const [first] = passed.slice(at, at + 1);
    const way = first === undefined ? null : wayOf(first);
    if (first === undefined || way === null) return [];
    const next = begins[index + 1];
    const own = passed.slice(at, next);
    const answer = own.find(({ kind }) => kind === 'reply');
    const reply = answer?.kind === 'reply' ? answer.reply : null;
    const last = own.at(-1) ?? first;
    const isLast = next === undefined;
    const result = resultOf(way, reply, own, isLast ? ending : null);
    if (result === null) return [];
    const words = reply !== null && !isCompletion(reply) ? replyLine(reply) : isLast ? ending.words : '';
    return [{ way, result, reply, words, milliseconds: last.atMs - first.atMs, evidence: linesOf(own) }];
  });
};

/** @returns null where nothing can be said: the server calls only once it has taken the command that lists */
const resultOf = (
  way: Way,
  reply: Reply | null,
  own: readonly Passed[],
  ending: Ending | null,
): Attempt['result'] | null => {
  if (reply !== null && !isCompletion(reply)) return 'refused';
  if (isListingRefused(own)) return way === 'EPSV' || way === 'PASV' ? 'works' : null;
  if (ending === null) return 'blocked';
  if (ending.listed) return 'works';
  return ending.stood ? 'broken-off' : 'blocked';
};

const LISTS = /^(MLSD|LIST|NLST)\b/;

/** Whether the command that lists was refused for what it is, and not for its data connection. */
const isListingRefused = (own: readonly Passed[]): boolean => {
  const at = own.findIndex((event) => event.kind === 'command' && LISTS.test(event.line));
  const answer = at < 0 ? undefined : own.slice(at).find(({ kind }) => kind === 'reply');
  if (answer?.kind !== 'reply') return false;
  const { code } = answer.reply;
  return (code >= 500 && code <= 504) || code === 550;
};

const replyLine = ({ code, lines }: Reply): string => `${code} ${lines.join(' ')}`;

const wayOf = (event: Passed): Way | null => {
  if (event.kind !== 'command') return null;
  const verb = event.line.split(' ', 1)[0] ?? '';
  return WAYS.find((way) => way === verb) ?? null;
};
