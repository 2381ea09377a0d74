import { type Fault, FaultError, type ServerSide } from '#shared/fault.ts';
import type { CopyOptions, CopyOutcome } from '../../engine.ts';
import type { HostPort } from '../../protocol/host-port.ts';
import type { Exchange } from '../exchange.ts';
import { failedData } from '../transfer-state.ts';
import {
  type CopyState,
  hasBegun,
  isOutstanding,
  isOver,
  isTurnedAway,
  outcomeOf,
  refusalOf,
  type Said,
  whyCopyFailed,
} from './copy-state.ts';
import type { CopyWay, Party } from './copy-way.ts';
import { stopBoth } from './stop-both.ts';
import { watchTarget } from './watch-target.ts';

/**
 * Milliseconds the one that calls is given to say that it has begun, or that it will not. Most say so as soon as they are
 * connected, which the other's listening is enough for; one that waits for more than that gets it then.
 */
const HEAD_START = 2_000;

/** Milliseconds the one that listens may still be silent when the other is through with its part. */
const CALL_TAKEN = 5_000;

/** How a copy ended; `not-connected`: no data connection came about between the two, and another way may do better. */
export type CopyEnd =
  | { readonly kind: 'done'; readonly outcome: CopyOutcome }
  | { readonly kind: 'not-connected'; readonly refusedBy: ServerSide | null; readonly fault: Fault };

/** 425 "Can't open data connection" (RFC 959 4.2), 435 and 522 where TLS over it failed (RFC 2228, vsftpd). */
const NOT_CONNECTED: ReadonlySet<number> = new Set([425, 435, 522]);

/**
 * Both transfer commands, and both completion replies (RFC 959 5.2, figure 3):
 *
 *     active   B --cmd--> W --1--> W ----------------> W --2--> S
 *     passive                     B --cmd--> W --1--> W --2--> S        4,5 of either: the other is stopped
 *
 * The one that calls is asked first: what it refuses never begins on the other.
 *
 * Faults: `reply`, `control-connection`, `cancelled`; `data-connection` where nothing more arrives. Afterwards both
 * user-PIs can go on, but for one whose control connection is lost.
 */
export const runCopy = async (way: CopyWay, address: HostPort, options: CopyOptions): Promise<CopyEnd> => {
  const active = way.active.side;
  const passive = way.passive.side;
  const exchanges: Partial<Record<ServerSide, Exchange>> = {};
  let state: CopyState = { source: 'unsent', target: 'unsent', ending: null };
  let begun = false;
  let silent = false;
  let untaken: NodeJS.Timeout | null = null;
  let changed = Promise.withResolvers<void>();

  const update = (change: Partial<CopyState>): void => {
    state = { ...state, ...change };
    begun ||= hasBegun(state.target);
    // What excused the one's silence may be over with the other's last word.
    for (const { interpreter, side } of [way.active, way.passive]) {
      if (isOutstanding(state[side])) interpreter.dialogue.awaitReply();
    }
    if (isTurnedAway(state[active], state[passive])) untaken ??= setTimeout(callNotTaken, CALL_TAKEN);
    changed.resolve();
  };
  const callNotTaken = (): void => {
    if (!isTurnedAway(state[active], state[passive])) return;
    end({ kind: 'data-connection', stage: 'transfer-command', cause: 'closed', detail: 'the call was not taken' });
  };
  const send = ({ side, interpreter, command }: Party, other: ServerSide): void => {
    const said = (words: Said): void => update({ [side]: words });
    // Its 1yz is due at once (RFC 959 5.4); the 2yz when the file is through, which the other one is not yet either.
    const patient = (): boolean => state[side] === 'preliminary' && isOutstanding(state[other]);
    const onPreliminary = (): void => said('preliminary');
    const exchange = interpreter.dialogue.send(command, { stage: 'transfer-command', onPreliminary, patient });
    exchanges[side] = exchange;
    said('nothing');
    exchange.final.then(
      (final) => said({ final }),
      (error) => said({ lost: failedData(error).failed }),
    );
  };
  const end = (ending: Fault): void => update({ ending: state.ending ?? ending });
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) {
      await changed.promise;
      changed = Promise.withResolvers();
    }
  };

  const cancel = (): void => end({ kind: 'cancelled', stage: 'transfer-command' });
  options.signal?.addEventListener('abort', cancel, { once: true });
  const watch = watchTarget(way.active.side === 'target' ? way.active : way.passive, options, end);
  let headStart = true;
  const lead = setTimeout(() => {
    headStart = false;
    changed.resolve();
  }, HEAD_START);
  const { connect } = way.active.interpreter.options.timeouts;
  const silence = setTimeout(() => {
    if (state[active] !== 'nothing') return;
    silent = true;
    const detail = `no word of the data connection in ${connect / 1_000} s`;
    end({ kind: 'data-connection', stage: 'transfer-command', cause: 'timeout', detail });
  }, connect);
  try {
    send(way.active, passive);
    await until(() => !headStart || state[active] !== 'nothing' || isOver(state));
    if (!isOver(state)) send(way.passive, active);
    await until(() => isOver(state));
  } finally {
    clearTimeout(lead);
    clearTimeout(silence);
    if (untaken !== null) clearTimeout(untaken);
    watch.stop();
    options.signal?.removeEventListener('abort', cancel);
  }
  const outcome = outcomeOf(state);
  if (outcome !== null) return { kind: 'done', outcome };
  const first = state;
  const outstanding = (side: ServerSide): Exchange | null =>
    isOutstanding(first[side]) ? (exchanges[side] ?? null) : null;
  await stopBoth(way, address, { active: outstanding(active), passive: outstanding(passive) });
  const fault = whyCopyFailed(first, state, begun);
  if (fault.kind !== 'cancelled' && isTurnedAway(first[active], first[passive])) {
    return { kind: 'not-connected', refusedBy: passive, fault };
  }
  if (!silent && !(fault.kind === 'reply' && NOT_CONNECTED.has(fault.code))) throw new FaultError(fault);
  // The one that called says the same where the other hung up on it; the one that did knows why.
  const turnedAway = refusalOf(first, passive);
  const { stage } = fault;
  if (turnedAway === null) return { kind: 'not-connected', refusedBy: null, fault };
  return { kind: 'not-connected', refusedBy: passive, fault: { ...turnedAway, stage } };
};
