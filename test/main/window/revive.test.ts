import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { reviveAfterCrash } from '../../../src/main/window/revive.ts';

class FakeContents extends EventEmitter {
  reloads = 0;
  reload(): void {
    this.reloads += 1;
  }
}

const crashesAt = (reason: string, ...times: readonly number[]): number => {
  const contents = new FakeContents();
  let nowMs = 0;
  reviveAfterCrash(contents, () => nowMs);
  for (const time of times) {
    nowMs = time;
    contents.emit('render-process-gone', {}, { reason });
  }
  return contents.reloads;
};

test.each([
  ['a page that crashed is loaded again', 'crashed', [0], 1],
  ['a page that crashes now and then is loaded again each time', 'oom', [0, 60_000], 2],
  ['a page that crashes as soon as it is loaded is left alone', 'crashed', [0, 1_000, 2_000, 3_000], 1],
  ['a page that ended in order is left alone', 'clean-exit', [0], 0],
])('%s', (_name, reason, times, reloads) => {
  expect(crashesAt(reason, ...times)).toBe(reloads);
});
