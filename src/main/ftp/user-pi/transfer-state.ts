import { type Fault, FaultError, type Stage } from '#shared/fault.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { replyFault } from './reply-fault.ts';

/** How a transfer stands: what the control connection has said, and what became of the data. */
export interface TransferState {
  readonly verb: string;
  /** `none` since the command, `preliminary` after 1yz, the final reply, or the fault that ended the dialogue. */
  readonly reply: 'none' | 'preliminary' | { readonly final: Reply } | { readonly lost: Fault };
  /**
   * `moving` from before the data connection opens; `done` when all has gone through, `enough` when all that was wanted
   * has; or why it did not.
   */
  readonly data: 'moving' | 'done' | 'enough' | { readonly failed: Fault };
  readonly cancelled: boolean;
}

export type Verdict =
  /** Something is still to come. */
  | { readonly act: 'wait' }
  /** We have to stop the server, and then end with this fault. */
  | { readonly act: 'abort'; readonly because: Fault }
  | { readonly act: 'succeed'; readonly completion: Reply }
  /** All that was wanted is here: where the server has more, it has to be stopped. */
  | { readonly act: 'stop' }
  | { readonly act: 'fail'; readonly because: Fault };

const WAIT: Verdict = { act: 'wait' };
const fail = (because: Fault): Verdict => ({ act: 'fail', because });

/**
 * A transfer is done when the data connection AND the completion reply say so, in either order:
 *
 *     reply \ data        moving            done       failed, by the server or    failed here (disk, timeout,
 *                                                      the network                 certificate)
 *     none, preliminary   wait              wait       wait: it may say why        abort
 *     2yz                 wait              succeed    fail: data                  fail: data, or not closed
 *     4yz, 5yz, other     fail: reply       fail: reply   fail: reply              fail: data
 *     control lost        fail: control     fail: control, outcome unknown   fail: control   fail: data
 *
 * Where only a part of the file was wanted and is here, nothing that the server says of the rest matters: it is stopped
 * where it has not come to its end. Cancelled while nothing is final: abort; cancelled with only the data missing: fail.
 * The stage of a fault is not decided here but by {@link stageOf}, at the moment it ends the transfer.
 */
export const judgeTransfer = ({ verb, reply, data, cancelled }: TransferState): Verdict => {
  if (data === 'enough') {
    const complete = typeof reply === 'object' && 'final' in reply && isCompletion(reply.final);
    return complete ? { act: 'succeed', completion: reply.final } : { act: 'stop' };
  }
  const failed = typeof data === 'object' ? data.failed : null;
  const failedHere = failed !== null && isOurs(failed) ? failed : null;
  if (typeof reply === 'string') {
    if (cancelled) return { act: 'abort', because: { kind: 'cancelled', stage: 'transfer-command' } };
    return failedHere === null ? WAIT : { act: 'abort', because: failedHere };
  }
  if ('lost' in reply) return fail(failedHere ?? reply.lost);
  const { final } = reply;
  if (!isCompletion(final)) return fail(failedHere ?? replyFault(final, verb, 'transfer-command').fault);
  if (failed !== null) return fail(neverClosed(failed) ?? failed);
  if (data === 'done') return { act: 'succeed', completion: final };
  return cancelled ? fail({ kind: 'cancelled', stage: 'after-preliminary-reply' }) : WAIT;
};

/** The server said it was through, and then left the data connection open (RFC 959 3.3 has it close that). */
const neverClosed = (failed: Fault): Fault | null => {
  if (failed.kind !== 'data-connection' || failed.cause !== 'timeout') return null;
  return { kind: 'protocol', stage: failed.stage, reason: 'data-not-closed', detail: failed.detail };
};

/** How far the work has come, for the fault that ends it; a final reply leaves it where it was. */
export const stageOf = (reply: TransferState['reply'], data: TransferState['data'], before: Stage): Stage => {
  if (typeof reply === 'object') {
    // A server that left out the preliminary reply had begun all the same.
    return 'final' in reply && isCompletion(reply.final) && data !== 'done' ? 'after-preliminary-reply' : before;
  }
  if (data === 'done') return 'after-data';
  return reply === 'none' ? 'transfer-command' : 'after-preliminary-reply';
};

/**
 * Whether the command was refused before anything was begun: 4yz or 5yz with no preliminary reply before it, however
 * many bytes the network had taken meanwhile.
 */
export const isRefusedAtOnce = (before: TransferState['reply'], reply: TransferState['reply']): boolean =>
  before === 'none' && typeof reply === 'object' && 'final' in reply && !isCompletion(reply.final);

/**
 * Whether the failure was found on this side, so that the server does not know and has to be told. One of the
 * connection's the server knows too, and its reply tells more: 452 rather than a reset.
 */
const isOurs = (fault: Fault): boolean => {
  switch (fault.kind) {
    case 'data-connection':
      return fault.cause === 'timeout' || fault.cause === 'stranger';
    case 'security':
      return fault.reason === 'data-certificate-differs';
    default:
      return true;
  }
};

/** Any thrown value of the data side as what the table takes. */
export const failedData = (error: unknown): { readonly failed: Fault } => {
  if (error instanceof FaultError) return { failed: error.fault };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { failed: { kind: 'defect', stage: 'after-preliminary-reply', detail } };
};
