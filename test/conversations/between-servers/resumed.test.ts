import { expect, test } from 'vitest';
import { faultOf } from '../conversation.ts';
import { content, copy, copying, expectUsable, saidTo, strangers } from './pair.ts';

const HALF = 150_000;
const half = { files: { b: content.subarray(0, HALF), c: 'from the first byte on' } };

test('REST to both, right before the transfer commands', async () => {
  const { from, to } = await strangers({}, half);
  await copy({ from, to }, { offset: HALF });
  expect(saidTo(from)).toEqual(['TYPE I', 'PORT 127,0,0,3,p', `REST ${HALF}`, 'RETR /a']);
  expect(saidTo(to)).toEqual(['TYPE I', 'PASV', `REST ${HALF}`, 'STOR /b']);
  expect([from, to].map(({ server }) => server.data[0]?.bytes)).toEqual([HALF, HALF]);
  expect((await to.server.content('/b')).equals(content)).toBe(true);
  await from.ftp.copyTo('/a', to.ftp, '/d', copying());
  expect((await to.server.content('/d')).equals(content)).toBe(true);
});

test('said again where the first way leads to no data connection', async () => {
  const { from, to } = await strangers({}, { ...half, refusesForeignPeer: true });
  await copy({ from, to }, { offset: HALF });
  expect(saidTo(from).filter((line) => line.startsWith('REST'))).toEqual([`REST ${HALF}`, `REST ${HALF}`]);
  expect((await to.server.content('/b')).equals(content)).toBe(true);
});

test('REST that one side refuses: nothing moves, and the place is taken back from the other', async () => {
  const { from, to } = await strangers({ replies: { REST: '502 no' } }, half);
  expect(await faultOf(copy({ from, to }, { offset: HALF }))).toMatchObject({
    kind: 'reply',
    command: 'REST',
    code: 502,
  });
  expect((await to.server.content('/b')).length).toBe(HALF);
  saidTo(to);
  await expectUsable(to, '/c');
  expect(saidTo(to)).toContain('REST 0');
  await from.ftp.copyTo('/a', to.ftp, '/d', copying());
  expect((await to.server.content('/d')).equals(content)).toBe(true);
});

test('a place taken back between two servers is taken back once', async () => {
  const { from, to } = await strangers({ replies: { 'RETR /a': ['550 gone', null] } }, half);
  expect(await faultOf(copy({ from, to }, { offset: HALF }))).toMatchObject({ kind: 'reply', code: 550 });
  saidTo(to);
  await copy({ from, to });
  expect(saidTo(to)).toEqual(['PASV', 'REST 0', 'STOR /b']);
  expect((await to.server.content('/b')).equals(content)).toBe(true);
  await from.ftp.copyTo('/a', to.ftp, '/d', copying());
  expect(saidTo(to)).toEqual(['PASV', 'STOR /d']);
});

test('only in stream mode is a place in the file a number of bytes', async () => {
  const { from, to } = await strangers({}, half);
  const { parameters } = copying();
  expect(await faultOf(copy({ from, to }, { offset: HALF, parameters: { ...parameters, mode: 'B' } }))).toMatchObject({
    kind: 'refused-here',
    reason: 'not-supported',
  });
  expect([saidTo(from), saidTo(to)]).toEqual([[], []]);
});
