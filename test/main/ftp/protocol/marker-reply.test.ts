import { expect, test } from 'vitest';
import { parseMarkerReply } from '../../../../src/main/ftp/protocol/marker-reply.ts';

const reply = (code: number, ...lines: string[]) => ({ code, lines });

test('4.2.2: "it must read: MARK yyyy = mmmm", yyyy ours and mmmm the server\'s', () => {
  expect(parseMarkerReply(reply(110, 'MARK 1048576 = r/17'))).toEqual({ ours: '1048576', theirs: 'r/17' });
});

test('a server without the spaces, or with more, is understood', () => {
  expect(parseMarkerReply(reply(110, 'Mark 12=34'))).toEqual({ ours: '12', theirs: '34' });
  expect(parseMarkerReply(reply(110, '  MARK  12  =  3=4 '))).toEqual({ ours: '12', theirs: '3=4' });
});

test.each([
  [150, 'MARK 1 = 2'],
  [110, 'Restart marker'],
  [110, 'MARK 1 ='],
  [110, 'MARK = 2'],
  [110, 'MARK 1 = 2 3'],
  [110, ''],
])('%i %s tells of no marker', (code, line) => {
  expect(parseMarkerReply(reply(code, line))).toBeNull();
});
