import { expect, test } from 'vitest';
import { readZone, zoneText } from '../../../../../src/renderer/sites/editor/listing/zone-text.ts';

test.each([
  ['+02:00', 120],
  [' +0530 ', 330],
  ['-3:30', -210],
  ['−5', -300],
  ['9', 540],
  ['0', 0],
  ['-0', 0],
  ['+14', 840],
])('%j is %i minutes ahead of UTC', (text, minutes) => expect(readZone(text)).toBe(minutes));

test.each(['', 'UTC', 'MEZ', '+25', '1:60', '+1:5', '120m', '--2', '+24:01'])('%j is no zone', (text) =>
  expect(readZone(text)).toBeNull(),
);

test.each([
  [120, '+02:00'],
  [-210, '-03:30'],
  [0, '+00:00'],
  [845, '+14:05'],
])('%i minutes are entered as %j', (minutes, text) => {
  expect(zoneText(minutes)).toBe(text);
  expect(readZone(text)).toBe(minutes);
});
