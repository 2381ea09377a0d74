import { describe, expect, test } from 'vitest';
import { SpareConnections } from '../../../../src/main/transfer/connections/spare-connections.ts';
import { RateMeter } from '../../../../src/main/transfer/rows/rate-meter.ts';
import type { Run } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { lostConnection } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';

const aRun = (): Run => ({
  abort: new AbortController(),
  ending: null,
  meter: new RateMeter(),
  progress: null,
  previousFault: null,
  connections: 1,
});

const lending = (room: number) => {
  const server = new FakeServer();
  const faults: string[] = [];
  const freed: string[] = [];
  const counted: number[] = [];
  const spares: SpareConnections = new SpareConnections({
    room: (sessionId) => room - spares.count(sessionId),
    placeIsFree: (sessionId) => freed.push(sessionId),
    refused: (_, fault) => faults.push(fault.kind),
    counted: () => counted.push(run.connections),
  });
  const run = aRun();
  return { server, spares, run, faults, freed, counted, ...spares.borrow(server.session, run) };
};

describe('a row at work on one large file', () => {
  test('gets as many further connections as there is room for, and they count', async () => {
    const { spare, spares, counted, over } = lending(2);
    expect(await spare(5)).toHaveLength(2);
    expect(spares.count('s1')).toBe(2);
    expect(await spare(1)).toEqual([]);
    expect(counted).toEqual([3]);
    over();
    expect(counted).toEqual([3, 2, 1]);
  });

  test('takes the places before it has the connections, so that two rows never take the same', async () => {
    const { spare, spares, server } = lending(2);
    const other = spares.borrow(server.session, aRun());
    const both = await Promise.all([spare(2), other.spare(2)]);
    expect(both.map((some) => some.length)).toEqual([2, 0]);
  });

  test('goes on with what it gets where the server turns one away', async () => {
    const { spare, spares, server, faults, freed } = lending(3);
    server.leaseFault = (standing) => (standing >= 1 ? lostConnection('logging-in') : null);
    expect(await spare(3)).toHaveLength(1);
    expect(spares.count('s1')).toBe(1);
    expect(faults).toEqual(['control-connection', 'control-connection']);
    expect(freed).toEqual(['s1', 's1']);
  });

  test('is asked for as many back as are needed, the same ones when asked again', async () => {
    const { spare, spares } = lending(3);
    const lent = await spare(3);
    spares.askBack('s1', 2);
    spares.askBack('s1', 2);
    expect(lent.map(({ wanted }) => wanted.aborted)).toEqual([true, true, false]);
  });

  test('gives one back once, for the rows that wait', async () => {
    const { spare, spares, run, freed } = lending(1);
    const [lent] = await spare(1);
    lent?.giveBack();
    lent?.giveBack();
    expect(freed).toEqual(['s1']);
    expect(spares.count('s1')).toBe(0);
    expect(run.connections).toBe(1);
    expect(lent?.connection.closed).toBe(false);
  });

  test('leaves nothing behind that it did not give back', async () => {
    const { spare, over, spares } = lending(2);
    const [first, second] = await spare(2);
    first?.giveBack();
    over();
    expect(spares.count('s1')).toBe(0);
    expect([first?.connection.closed, second?.connection.closed]).toEqual([false, true]);
  });

  test('gets none once it is being ended, and none that comes too late', async () => {
    const { spare, over, run, spares } = lending(2);
    const late = spare(1);
    over();
    expect(await late).toEqual([]);
    run.abort.abort();
    expect(await spare(1)).toEqual([]);
    expect(spares.count('s1')).toBe(0);
  });
});
