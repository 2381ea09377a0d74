import { expect, test } from 'vitest';
import { faultOf } from '../conversation.ts';
import { content, copy, expectUsable, large, saidTo, strangers } from './pair.ts';

const timeouts = { connect: 1_500, reply: 1_500, data: 5_000 };

test('nothing to the transfer command of the one that calls: the other way round', async () => {
  const { from, to } = await strangers({ replies: { 'RETR /a': ['', null] } }, {}, { timeouts });
  await copy({ from, to });
  expect(saidTo(from).filter((line) => !line.startsWith('PWD'))).toEqual([
    'TYPE I',
    'PORT 127,0,0,3,p',
    'RETR /a',
    'ABOR',
    'PASV',
    'RETR /a',
  ]);
  expect((await to.server.content('/b')).equals(content)).toBe(true);
  await expectUsable(from, '/a');
});

test.each([
  ['which is through with what it sent', 'small'],
  ['which waits for what it sends to be taken', large],
])('nothing to that of the one that listens: it is given up, and not the other one, %s', async (_, a) => {
  const { from, to } = await strangers({ files: { a, c: 'c' } }, { replies: { 'STOR /b': '' } }, { timeouts });
  expect(await faultOf(copy({ from, to }))).toMatchObject({ kind: 'control-connection', cause: 'timeout' });
  expect([from.ftp.closed, to.ftp.closed]).toEqual([false, true]);
  await expectUsable(from, '/c');
});

test('the words of both may be as far apart as the file is long', async () => {
  const slow = { chunkBytes: 1_000, chunkPause: 6 };
  const { from, to } = await strangers({ data: { 'RETR /a': slow } }, {}, { timeouts });
  await copy({ from, to });
  expect((await to.server.content('/b')).equals(content)).toBe(true);
});
