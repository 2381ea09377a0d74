import type { RequestSpec, StreamSpec } from '#shared/contract/define.ts';

/** Answers one request; what it throws becomes the fault of the Result. */
export type RequestHandler<Input, Output> = (input: Input) => Output | Promise<Output>;

/**
 * Answers one stream: yields chunks as there are any and returns what the stream amounts to. It is asked for the
 * next chunk only while the window has credits. `signal` fires when the window has lost interest.
 */
export type StreamHandler<Input, Chunk, End> = (input: Input, signal: AbortSignal) => AsyncGenerator<Chunk, End, void>;

type HandlerOf<Spec> =
  Spec extends RequestSpec<infer Input, infer Output>
    ? RequestHandler<Input, Output>
    : Spec extends StreamSpec<infer Input, infer Chunk, infer End>
      ? StreamHandler<Input, Chunk, End>
      : never;

/**
 * One handler for every request and stream that a contract file declares, under the name it has there:
 * `Handlers<typeof import('#shared/contract/sites.ts')>`. A forgotten one does not compile.
 */
export type Handlers<Contract> = {
  readonly [Name in keyof Contract as Contract[Name] extends { readonly kind: 'request' | 'stream' }
    ? Name
    : never]: HandlerOf<Contract[Name]>;
};
