import type { ZodType } from 'zod';

/**
 * Every crossing between the window and main is one value made here. From it come the static types of both sides,
 * the run-time check in main, and how it is delivered. There is no other way across.
 */

/** The window asks, main answers a Result. `input` is checked in main at every call. */
export interface RequestSpec<Input, Output> {
  readonly kind: 'request';
  readonly channel: string;
  readonly input: ZodType<Input>;
  /** Only a type; never set. */
  readonly output?: Output;
}

/**
 * Main tells the window.
 * - `latest`: only the newest value for each key matters (totals, not deltas): at most ten a second or as the spec says,
 *   one unacknowledged message a window
 * - `batch`: payloads are joined for a frame; when the window does not keep up the oldest are dropped and counted
 * - `every`: in order, never dropped
 */
export interface EventSpec<Payload> {
  readonly kind: 'event';
  readonly channel: string;
  readonly delivery: 'latest' | 'batch' | 'every';
  /** For `latest`: payloads with the same key replace each other. */
  readonly key?: (payload: Payload) => string;
  /** For `latest`: milliseconds between two messages to a window, where ten a second are more than is worth drawing. */
  readonly intervalMs?: number;
  readonly payload?: Payload;
}

/**
 * The window opens a cursor over something long. Main sends chunks while the window has credits left, the window
 * returns a credit after painting, and either side may end it. Main never waits for the window: what it receives
 * goes into a table of its own at the source's speed.
 */
export interface StreamSpec<Input, Chunk, End> {
  readonly kind: 'stream';
  readonly channel: string;
  readonly input: ZodType<Input>;
  readonly chunk?: Chunk;
  /** What the stream amounts to when it has come to its natural end. */
  readonly end?: End;
}

/** A phantom: stands for a type where only the type is needed. `answers<SessionView>()` reads as it means. */
export const answers = <T>(): T | undefined => undefined;

export const request = <Input, Output>(
  channel: string,
  input: ZodType<Input>,
  _output: Output | undefined,
): RequestSpec<Input, Output> => ({ kind: 'request', channel, input });

export const event = <Payload>(
  channel: string,
  delivery: EventSpec<Payload>['delivery'],
  _payload: Payload | undefined,
  options: Pick<EventSpec<Payload>, 'key' | 'intervalMs'> = {},
): EventSpec<Payload> => ({ kind: 'event', channel, delivery, ...options });

export const stream = <Input, Chunk, End>(
  channel: string,
  input: ZodType<Input>,
  _chunk: Chunk | undefined,
  _end: End | undefined,
): StreamSpec<Input, Chunk, End> => ({ kind: 'stream', channel, input });
