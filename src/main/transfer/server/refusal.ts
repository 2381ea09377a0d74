import { type Fault, FaultError } from '#shared/fault.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import type { SessionId } from '#shared/model/session.ts';

/** Whether the server said no (4yz or 5yz) on a connection that goes on. */
export const isRefusal = (
  thrown: unknown,
): thrown is FaultError & { readonly fault: Extract<Fault, { kind: 'reply' }> } =>
  thrown instanceof FaultError && thrown.fault.kind === 'reply';

/** What a refusal shows, as the transcript has it. */
export const shownBy = ({ command, code, text }: Extract<Fault, { kind: 'reply' }>): Evidence => [
  command ?? '',
  `${code} ${text}`,
];

/**
 * The value, or null where the server refused by a reply: for questions and wishes a transfer can do without. The
 * refusal itself stands in the transcript.
 */
export const unlessRefused = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (thrown) {
    if (isRefusal(thrown)) return null;
    throw thrown;
  }
};

/** The fault of a person's or the program's own ending. */
export const throwIfAborted = (signal: AbortSignal): void => {
  if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
};

/** The fault of a session that there is not, or not any more. */
export const notConnected = (sessionId: SessionId): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail: sessionId });

export const isNotConnected = (fault: Fault): boolean =>
  fault.kind === 'refused-here' && fault.reason === 'not-connected';
