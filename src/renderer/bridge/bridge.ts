import type { EventSpec, RequestSpec, StreamSpec } from '#shared/contract/define.ts';
import type { PreloadApi, StreamDown } from '#shared/contract/messages.ts';
import type { Fault } from '#shared/fault.ts';
import type { Result } from '#shared/result.ts';

export interface StreamListeners<Chunk, End> {
  readonly onChunk: (chunk: Chunk) => void;
  readonly onEnd: (end: End) => void;
  readonly onFault: (fault: Fault) => void;
  /** How many chunks main may send ahead of what has been painted. */
  readonly credits: number;
}

export interface Bridge {
  /** Asks main and waits for the answer; never rejects. */
  call<Input, Output>(spec: RequestSpec<Input, Output>, input: Input): Promise<Result<Output>>;
  /**
   * Hears an event until the answer is called. `dropped` counts the payloads a slow window missed before this one;
   * it can be above 0 for `batch` events only.
   */
  on<Payload>(spec: EventSpec<Payload>, listener: (payload: Payload, dropped: number) => void): () => void;
  /**
   * Opens a stream and answers how to cancel it. Nothing is heard after cancelling, nor after onEnd or onFault. The
   * credit of a chunk goes back once it has been painted.
   */
  openStream<Input, Chunk, End>(
    spec: StreamSpec<Input, Chunk, End>,
    input: Input,
    listeners: StreamListeners<Chunk, End>,
  ): () => void;
  /** The path of a file dropped from the desktop; empty where it has none. */
  pathForFile(file: File): string;
}

type AnyListener = (payload: never, dropped: number) => void;
type OpenStream = StreamListeners<never, never>;

/**
 * The typed face of the preload's five channels.
 * @param api what the preload put into the page
 * @param afterPaint calls back once what has been changed until now is on the screen
 */
export const createBridge = (api: PreloadApi, afterPaint: (callback: () => void) => void): Bridge => {
  const listeners = new Map<string, Set<AnyListener>>();
  const streams = new Map<number, OpenStream>();
  let lastStream = 0;

  api.onEvent((envelope) => {
    const heard = [...(listeners.get(envelope.channel) ?? [])];
    envelope.payloads.forEach((payload, index) => {
      // What main sends under a channel is what that channel's spec says: both come from the same declaration.
      for (const listener of heard) listener(payload as never, index === 0 ? envelope.dropped : 0);
    });
    api.acknowledge({ channel: envelope.channel, sequence: envelope.sequence });
  });

  const hear = (message: StreamDown): void => {
    const open = streams.get(message.id);
    if (!open) return;
    switch (message.kind) {
      case 'chunk':
        open.onChunk(message.chunk as never);
        afterPaint(() => {
          if (streams.has(message.id)) api.stream({ kind: 'credit', id: message.id, credits: 1 });
        });
        return;
      case 'end':
        streams.delete(message.id);
        open.onEnd(message.end as never);
        return;
      case 'fault':
        streams.delete(message.id);
        open.onFault(message.fault);
        return;
    }
  };
  api.onStream(hear);

  return {
    call: async <Input, Output>(spec: RequestSpec<Input, Output>, input: Input): Promise<Result<Output>> => {
      try {
        return (await api.request(spec.channel, input)) as Result<Output>;
      } catch (thrown) {
        // Main always answers a Result; a rejection is Electron's own (input that cannot be cloned, main gone).
        return { ok: false, fault: { kind: 'defect', stage: 'preparing', detail: String(thrown) } };
      }
    },
    on: (spec, listener) => {
      const heard = listeners.get(spec.channel) ?? new Set();
      heard.add(listener);
      listeners.set(spec.channel, heard);
      return () => heard.delete(listener);
    },
    openStream: (spec, input, { credits, ...rest }) => {
      lastStream += 1;
      const id = lastStream;
      streams.set(id, { credits, ...rest });
      api.stream({ kind: 'open', id, channel: spec.channel, input, credits });
      return () => {
        if (streams.delete(id)) api.stream({ kind: 'cancel', id });
      };
    },
    pathForFile: (file) => api.pathForFile(file),
  };
};
