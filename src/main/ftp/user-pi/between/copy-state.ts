import type { Fault, ServerSide, Stage } from '#shared/fault.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { replyFault } from '../reply-fault.ts';

/** What one server has said to its transfer command, or the fault that ended the dialogue with it. */
export type Said = 'unsent' | 'nothing' | 'preliminary' | { readonly final: Reply } | { readonly lost: Fault };

/** How a copy stands. Its data passes between the servers: only what they say tells how far it has come. */
export interface CopyState {
  readonly source: Said;
  readonly target: Said;
  /** The person's or our own reason to end it. */
  readonly ending: Fault | null;
}

/** Replies that say the data connection did not come about or broke: the other server may know why. */
const OF_THE_CONNECTION: ReadonlySet<number> = new Set([425, 426]);

export const isOutstanding = (said: Said): boolean => said === 'nothing' || said === 'preliminary';

/** Whether the server has begun with its part. */
export const hasBegun = (said: Said): boolean => said === 'preliminary' || completed(said);

/**
 * Whether the one that listens turned the other's call away and still waits for ours, as Pure-FTPd does: it has said
 * nothing, and the other was connected and is through, for what it knows.
 */
export const isTurnedAway = (active: Said, passive: Said): boolean =>
  passive === 'nothing' && (completed(active) || (failed(active) && codeOf(active) === 426));

const codeOf = (said: Said): number | null => (typeof said === 'object' && 'final' in said ? said.final.code : null);

const completed = (said: Said): boolean => typeof said === 'object' && 'final' in said && isCompletion(said.final);

const failed = (said: Said): boolean => typeof said === 'object' && !completed(said);

/** Whether it is over: both completed, or something keeps it from that. */
export const isOver = ({ source, target, ending }: CopyState): boolean =>
  ending !== null || failed(source) || failed(target) || (completed(source) && completed(target));

/** Both completion replies, or null where one is missing. */
export const outcomeOf = ({ source, target }: CopyState): { readonly source: Reply; readonly target: Reply } | null => {
  if (typeof source !== 'object' || typeof target !== 'object' || !completed(source) || !completed(target)) return null;
  return 'final' in source && 'final' in target ? { source: source.final, target: target.final } : null;
};

/**
 * Why a copy ended without both completion replies.
 *
 * @param first how it stood when that was found out
 * @param last how it stands after both servers were stopped; their last words may tell the reason of the first
 * @param begun whether the target had begun to store
 *
 *     first \ other                      still at it        completed                  failed too
 *     lost                               lost               lost, outcome unknown      lost
 *     425, 426                           its reply          its reply                  the other's, where it says more
 *     4yz, 5yz                           its reply          its reply                  its reply; of two the target's
 */
export const whyCopyFailed = (first: CopyState, last: CopyState, begun: boolean): Fault => {
  const stage: Stage = begun ? 'after-preliminary-reply' : 'transfer-command';
  if (first.ending !== null) return { ...first.ending, stage };
  for (const [side, other] of SIDES) {
    const said = first[side];
    if (typeof said !== 'object' || !('lost' in said)) continue;
    return { ...said.lost, stage: completed(first[other]) ? 'after-data' : stage };
  }
  const refusals = SIDES.flatMap(([side]) => refusalOf(first, side) ?? []);
  const later = SIDES.flatMap(([side]) => refusalOf(last, side) ?? []);
  const told = refusals.find(saysMore) ?? later.find(saysMore) ?? refusals[0];
  if (told === undefined) throw new Error('a copy that did not fail was asked why it did');
  return { ...told, stage };
};

/** The target's word first: what it does not take is more often the reason. */
const SIDES: readonly (readonly [ServerSide, ServerSide])[] = [
  ['target', 'source'],
  ['source', 'target'],
];

/** The fault of a server's final reply that is no completion; null where it has not come to that. */
export const refusalOf = (state: CopyState, side: ServerSide): Fault | null => {
  const said = state[side];
  if (typeof said !== 'object' || !('final' in said) || completed(said)) return null;
  return replyFault(said.final, side === 'source' ? 'RETR' : 'STOR', 'transfer-command').fault;
};

const saysMore = (fault: Fault): boolean => fault.kind !== 'reply' || !OF_THE_CONNECTION.has(fault.code);
