import { describe, expect, test } from 'vitest';
import { createServerConnections, ServerConnections } from '../../../src/main/session/server-connections.ts';

const never = new AbortController().signal;
const session = {};

/** A server whose connections stand once they are made; each attempt ends when it is told to. */
const server = () => {
  const connections = new ServerConnections();
  let transfers = 0;
  connections.join(() => ({ transfers, browsing: true }));
  const open: PromiseWithResolvers<void>[] = [];
  const outcomes: string[] = [];
  const attempt = (signal = never, of: object = session): void => {
    const made = connections.attempt(of, signal, () => {
      const own = Promise.withResolvers<void>();
      open.push(own);
      return own.promise;
    });
    void made.then(
      () => {
        transfers += 1;
        outcomes.push('made');
      },
      (error: unknown) => outcomes.push(error instanceof Error ? error.message : 'odd'),
    );
  };
  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));
  return { connections, attempt, open, outcomes, turn };
};

describe('attempts to have ten connections', () => {
  test('are never more at a time than connections that stand', async () => {
    const { attempt, open, turn, connections } = server();
    for (let count = 0; count < 10; count++) attempt();
    const atOnce: number[] = [];
    for (let done = 0; done < open.length; ) {
      const begun = open.slice(done);
      expect(begun.length).toBeLessThanOrEqual(connections.standing);
      atOnce.push(begun.length);
      done += begun.length;
      for (const { resolve } of begun) resolve();
      await turn();
    }
    expect(atOnce).toEqual([1, 2, 4, 3]);
    expect(connections.standing).toBe(11);
  });

  test('of which one is refused leave the server alone', async () => {
    const { attempt, open, outcomes, turn } = server();
    for (let count = 0; count < 10; count++) attempt();
    open[0]?.reject(new Error('421'));
    await turn();
    expect(open).toHaveLength(1);
    expect(outcomes).toEqual(new Array(10).fill('421'));
    attempt();
    expect(open).toHaveLength(2);
  });

  test('of one session say nothing for those of another', async () => {
    const { attempt, open, outcomes, turn } = server();
    attempt();
    attempt(never, {});
    open[0]?.reject(new Error('530'));
    await turn();
    expect(outcomes).toEqual(['530']);
    expect(open).toHaveLength(2);
  });

  test('can be taken back while they wait', async () => {
    const { attempt, open, outcomes, turn } = server();
    const mine = new AbortController();
    attempt();
    attempt(mine.signal);
    attempt();
    mine.abort();
    await turn();
    expect(outcomes).toEqual(['cancelled (connecting)']);
    open[0]?.resolve();
    await turn();
    expect(open).toHaveLength(2);
  });
});

test('connections are counted by server, whatever its name is written like, until their session has left', () => {
  const of = createServerConnections();
  const leave = of('ftp.example.org', 21).join(() => ({ transfers: 2, browsing: true }));
  of('FTP.example.org', 21).join(() => ({ transfers: 1, browsing: false }));
  expect(of('ftp.example.org', 21)).toMatchObject({ standing: 4, spokenFor: 5 });
  expect(of('ftp.example.org', 2121)).toMatchObject({ standing: 0, spokenFor: 0 });
  leave();
  expect(of('ftp.example.org', 21)).toMatchObject({ standing: 1, spokenFor: 2 });
});
