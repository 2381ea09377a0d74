import { expect, test } from 'vitest';
import { countingInto, countingTo } from '../../../../src/main/transfer/segments/counting.ts';

test('a counter of all pieces tells once that everything has come, whichever piece was last', () => {
  let told = 0;
  const all = countingTo(100, () => {
    told += 1;
  });
  const [one, other] = [countingInto(all, { bytes: 0 }), countingInto(all, { bytes: 0 })];
  one.bytes += 60;
  other.bytes += 39;
  expect([all.bytes, told]).toEqual([99, 0]);
  other.bytes += 1;
  expect([all.bytes, told]).toEqual([100, 1]);
  // What a server sends beyond it is no news.
  one.bytes += 5;
  expect([all.bytes, told]).toEqual([105, 1]);
});
