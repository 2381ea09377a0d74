import { z } from 'zod';
import type { EventSpec } from '#shared/contract/define.ts';
import { createBatchMailbox } from './delivery/batch.ts';
import { createEveryMailbox } from './delivery/every.ts';
import { createLatestMailbox } from './delivery/latest.ts';
import type { Mailbox, Post } from './delivery/mailbox.ts';
import type { WindowPort } from './window-port.ts';

/** Tells every window. */
export type Emit = <Payload>(spec: EventSpec<Payload>, payload: Payload) => void;

export interface EventHub {
  readonly emit: Emit;
  /** A page has begun in this window and listens from now on; what its predecessor was owed is void. */
  begin(port: WindowPort): void;
  /** The window is gone. */
  end(windowId: number): void;
  /** An EventAck from a window; what does not read as one is ignored. */
  acknowledge(windowId: number, message: unknown): void;
}

const eventAck = z.strictObject({ channel: z.string().max(100), sequence: z.int().min(0) });

interface Window {
  readonly port: WindowPort;
  readonly mailboxes: Map<string, Mailbox>;
}

const openMailbox = <Payload>(spec: EventSpec<Payload>, port: WindowPort): Mailbox => {
  let sequence = 0;
  const post: Post = (payloads, dropped) => {
    sequence += 1;
    port.sendEvent({ channel: spec.channel, sequence, payloads, dropped });
    return sequence;
  };
  switch (spec.delivery) {
    case 'every':
      return createEveryMailbox(post);
    case 'batch':
      return createBatchMailbox(post);
    case 'latest':
      // A mailbox holds the payloads of its own spec only.
      return createLatestMailbox(post, (payload) => spec.key?.(payload as Payload) ?? '', spec.intervalMs);
  }
};

/** Delivers events to windows, each as its spec says. */
export const createEventHub = (): EventHub => {
  const windows = new Map<number, Window>();

  const end = (windowId: number): void => {
    for (const mailbox of windows.get(windowId)?.mailboxes.values() ?? []) mailbox.close();
    windows.delete(windowId);
  };

  return {
    emit: (spec, payload) => {
      for (const { port, mailboxes } of windows.values()) {
        let mailbox = mailboxes.get(spec.channel);
        if (!mailbox) {
          mailbox = openMailbox(spec, port);
          mailboxes.set(spec.channel, mailbox);
        }
        mailbox.offer(payload);
      }
    },
    begin: (port) => {
      end(port.id);
      windows.set(port.id, { port, mailboxes: new Map() });
    },
    end,
    acknowledge: (windowId, message) => {
      const ack = eventAck.safeParse(message);
      if (ack.success) windows.get(windowId)?.mailboxes.get(ack.data.channel)?.acknowledge(ack.data.sequence);
    },
  };
};
