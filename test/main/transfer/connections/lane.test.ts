import { describe, expect, test } from 'vitest';
import type { Fault, Stage } from '#shared/fault.ts';
import { Lane } from '../../../../src/main/transfer/connections/lane.ts';
import { createRow, type NewRow, type TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from '../batch-of.ts';
import { FakeServer } from '../fake-server.ts';

const rowOf = (id: number, part: Partial<NewRow> = {}): TransferRow =>
  createRow(id, id, {
    batch: batchOf(),
    direction: 'download',
    source: { type: 'file', modified: null, chosen: true },
    kind: 'file',
    name: `f${id}`,
    localPath: `/f${id}`,
    remotePath: `/f${id}`,
    size: 10,
    ...part,
  });

const lost = (stage: Stage): Fault => ({
  kind: 'control-connection',
  stage,
  cause: 'reset',
  host: 'h',
  port: 21,
  detail: '',
});

const connected = async (): Promise<Lane> => {
  const { session } = new FakeServer();
  const lane = new Lane();
  lane.connected({ ftp: await session.lease(new AbortController().signal), session, leased: true });
  return lane;
};

describe('room for another row', () => {
  test.each([
    ['a small file', {}, true],
    ['a file of exactly 512 KiB', { size: 512 * 1024 }, true],
    ['a larger one', { size: 512 * 1024 + 1 }, false],
    ['one of unknown size', { size: null }, false],
    ['a folder', { kind: 'folder' }, false],
    ['a link', { source: { type: 'link', modified: null, chosen: true } }, false],
  ] as const)('beside %s', async (_, part, expected) => {
    const lane = await connected();
    lane.enter(rowOf(1, part));
    expect(lane.hasRoom(6)).toBe(expected);
    const other = await connected();
    other.enter(rowOf(1));
    expect(other.takes(rowOf(2, part))).toBe(expected);
    expect((await connected()).takes(rowOf(2, part))).toBe(true);
  });

  test('is none without a connection, or on one that is gone', async () => {
    expect(new Lane().hasRoom(6)).toBe(false);
    const lane = await connected();
    expect(lane.hasRoom(6)).toBe(true);
    lane.giveUp();
    expect(lane.hasRoom(6)).toBe(false);
  });
});

describe('of rows that a lost connection left behind', () => {
  const stages = (...all: readonly Stage[]): Lane => {
    const lane = new Lane();
    for (const [index, stage] of all.entries()) lane.strand(rowOf(index), lost(stage));
    return lane;
  };
  const blamed = (lane: Lane): readonly (readonly number[])[] => {
    const { toBlame, innocent } = lane.settleStranded();
    return [toBlame.map(({ row }) => row.id), innocent.map(({ row }) => row.id)];
  };

  test('the one whose data was on its way is to blame, whoever noticed first', () => {
    expect(blamed(stages('preparing', 'transfer-command', 'after-preliminary-reply'))).toEqual([[2], [0, 1]]);
  });

  test('the first to notice is, where no data was: somebody has to be, or it would be tried for ever', () => {
    expect(blamed(stages('preparing', 'transfer-command'))).toEqual([[0], [1]]);
  });

  test('nobody is where a person had it given up, and each is settled once', () => {
    const lane = stages('after-preliminary-reply', 'preparing');
    lane.endedHere();
    expect(blamed(lane)).toEqual([[], [0, 1]]);
    expect(blamed(lane)).toEqual([[], []]);
  });
});
