import { expect, vi } from 'vitest';
import type { EventEnvelope, PreloadApi, StreamDown, StreamUp } from '#shared/contract/messages.ts';
import type { Fault } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import { toChunk } from '#shared/model/entry-chunk.ts';

import { stopLoading } from '../../../src/renderer/actions/open-place.ts';
import { panes, RESTING_SOURCE, turnPane, updatePane } from '../../../src/renderer/state/panes.ts';
import { SIDES } from '../../../src/renderer/state/place.ts';

type Opened = Extract<StreamUp, { kind: 'open' }>;

export interface FakeMain {
  /** The listings that were asked for and neither ended nor were cancelled, oldest first. */
  readonly open: readonly Opened[];
  /** The requests, oldest first. */
  readonly requests: readonly { readonly channel: string; readonly input: unknown }[];
  /** What every request answers from now on, but for those that `answerOn` was told of. */
  answer(result: unknown): void;
  /** How the requests of one channel are answered from now on. */
  answerOn(channel: string, answer: (input: never) => unknown): void;
  /** Sends entries of the listing that was asked for last. @param read how their names read */
  chunk(entries: readonly FileEntry[], read?: (name: string) => string): void;
  /** Ends it. */
  end(path: string, notUnderstood?: readonly string[], shownPath?: string): Promise<void>;
  fault(fault: Fault): Promise<void>;
  emit(channel: string, payload: unknown): void;
}

/** Until no pane waits for a listing any more: what came last is in its place then. */
const settled = (): Promise<void> =>
  vi.waitFor(
    () => {
      const { left, right } = panes.getState();
      for (const { status } of [left, right]) expect(['loading', 'refreshing']).not.toContain(status);
    },
    { interval: 1 },
  );

/** Both panes as in a window that has just been opened. */
export const resetPanes = (): void => {
  for (const side of SIDES) {
    stopLoading(side);
    turnPane(side, RESTING_SOURCE[side]);
    updatePane(side, () => ({ lastPlaces: [] }));
  }
  panes.setState({ active: 'left', choosing: null });
};

/** Stands for main behind the preload's API, once for all tests of a file: the bridge is made once. */
export const installFakeMain = (): FakeMain => {
  const open: Opened[] = [];
  const requests: { channel: string; input: unknown }[] = [];
  let result: unknown = { ok: true, value: null };
  const answers = new Map<string, (input: never) => unknown>();
  let down = (_message: StreamDown): void => {};
  let toPage = (_envelope: EventEnvelope): void => {};
  const api: PreloadApi = {
    request: async (channel, input) => {
      requests.push({ channel, input });
      const answer = answers.get(channel);
      return answer ? answer(input as never) : result;
    },
    onEvent: (listener) => {
      toPage = listener;
    },
    acknowledge: () => {},
    stream: (message) => {
      if (message.kind === 'open') open.push(message);
      if (message.kind === 'cancel') forget(message.id);
    },
    onStream: (listener) => {
      down = listener;
    },
    pathForFile: () => '',
  };
  const forget = (id: number): void => {
    open.splice(0, open.length, ...open.filter((message) => message.id !== id));
  };
  const last = (): number => {
    const opened = open.at(-1);
    if (!opened) throw new Error('no listing is open');
    return opened.id;
  };
  vi.stubGlobal('window', { longshore: api });
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setImmediate(callback));
  return {
    open,
    requests,
    answer: (next) => {
      result = next;
    },
    answerOn: (channel, answer) => {
      answers.set(channel, answer);
    },
    chunk: (entries, read) => down({ kind: 'chunk', id: last(), chunk: toChunk(entries, read) }),
    end: async (path, notUnderstood = [], shownPath = path) => {
      const id = last();
      const summary: ListingSummary = { entries: 0, notUnderstood, notUnderstoodCount: notUnderstood.length };
      forget(id);
      down({ kind: 'end', id, end: { path, shownPath, summary } });
      await settled();
    },
    fault: async (fault) => {
      const id = last();
      forget(id);
      down({ kind: 'fault', id, fault });
      await settled();
    },
    emit: (channel, payload) => toPage({ channel, sequence: 1, payloads: [payload], dropped: 0 }),
  };
};
