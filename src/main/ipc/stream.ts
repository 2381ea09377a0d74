import { z } from 'zod';
import type { StreamDown } from '#shared/contract/messages.ts';
import { toFault } from '#shared/fault.ts';
import type { Routes } from './routes.ts';
import { badInput } from './serve.ts';
import type { WindowPort } from './window-port.ts';

/** More credits than any window needs; a broken one cannot make main send without end. */
const CREDITS_LIMIT = 1_000;

/** More streams than any window has open at a time. */
export const STREAMS_LIMIT = 100;

const id = z.int().min(0);
const credits = z.int().min(0).max(CREDITS_LIMIT);
const streamUp = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), id, channel: z.string().max(100), input: z.unknown(), credits }),
  z.strictObject({ kind: z.literal('credit'), id, credits }),
  z.strictObject({ kind: z.literal('cancel'), id }),
]);

/** The cursors of one window. */
export interface StreamDesk {
  /** A StreamUp from the window; what does not read as one is ignored, there is nobody to answer. */
  receive(message: unknown): void;
  /** Ends all of them: the window reloaded or closed. */
  cancelAll(): void;
}

interface OpenStream {
  readonly stop: AbortController;
  credits: number;
  /** Settles the wait for a credit; null while nobody waits. */
  wake: (() => void) | null;
}

/**
 * Serves the streams of one window. Each is pulled from its handler one chunk for each credit, so a slow window
 * leaves the rows in the handler's table and never holds up where they come from.
 */
export const createStreamDesk = (routes: Routes, port: Pick<WindowPort, 'sendStream'>): StreamDesk => {
  const open = new Map<number, OpenStream>();

  const cancel = (streamId: number): void => {
    const stream = open.get(streamId);
    if (!stream) return;
    open.delete(streamId);
    stream.stop.abort();
    stream.wake?.();
  };

  const run = async (
    streamId: number,
    stream: OpenStream,
    chunks: AsyncGenerator<unknown, unknown, void>,
    input: unknown,
  ) => {
    const send = (message: StreamDown): void => {
      if (!stream.stop.signal.aborted) port.sendStream(message);
    };
    try {
      while (!stream.stop.signal.aborted) {
        if (stream.credits === 0) {
          await new Promise<void>((resolve) => {
            stream.wake = resolve;
          });
          stream.wake = null;
          continue;
        }
        const step = await chunks.next();
        if (step.done) {
          send({ kind: 'end', id: streamId, end: step.value });
          return;
        }
        stream.credits -= 1;
        send({ kind: 'chunk', id: streamId, chunk: step.value });
      }
      await chunks.return(undefined);
    } catch (thrown) {
      send({ kind: 'fault', id: streamId, fault: routes.tell(toFault(thrown, 'preparing'), input) });
    } finally {
      if (open.get(streamId) === stream) open.delete(streamId);
    }
  };

  return {
    receive: (message) => {
      const checked = streamUp.safeParse(message);
      if (!checked.success) return;
      const up = checked.data;
      if (up.kind === 'cancel') {
        cancel(up.id);
        return;
      }
      if (up.kind === 'credit') {
        const stream = open.get(up.id);
        if (!stream) return;
        stream.credits = Math.min(stream.credits + up.credits, CREDITS_LIMIT);
        stream.wake?.();
        return;
      }
      cancel(up.id);
      if (open.size >= STREAMS_LIMIT) {
        port.sendStream({ kind: 'fault', id: up.id, fault: badInput(`more than ${STREAMS_LIMIT} streams are open`) });
        return;
      }
      const route = routes.streams.get(up.channel);
      const input = route?.spec.input.safeParse(up.input);
      if (!route || !input?.success) {
        port.sendStream({ kind: 'fault', id: up.id, fault: badInput(`no such stream or input: ${up.channel}`) });
        return;
      }
      const stream: OpenStream = { stop: new AbortController(), credits: up.credits, wake: null };
      open.set(up.id, stream);
      void run(up.id, stream, route.handler(input.data, stream.stop.signal), input.data);
    },
    cancelAll: () => {
      for (const streamId of [...open.keys()]) cancel(streamId);
    },
  };
};
