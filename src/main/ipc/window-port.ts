import type { EventEnvelope, StreamDown } from '#shared/contract/messages.ts';

/** One window as the machinery sees it. The same number stays with it over reloads. */
export interface WindowPort {
  readonly id: number;
  sendEvent(envelope: EventEnvelope): void;
  sendStream(message: StreamDown): void;
}
