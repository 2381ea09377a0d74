import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ticketArrived } from '../../../../src/main/ftp/user-dtp/session-ticket.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A TLS socket that is waited for, and whether it still is. */
const waitedFor = (protocol: string, destroyed = false) => {
  const socket = Object.assign(new EventEmitter(), { destroyed, getProtocol: () => protocol });
  const wait = { socket, over: false };
  void ticketArrived(socket).then(() => {
    wait.over = true;
  });
  return wait;
};

test.each([
  ['TLS 1.2 has no ticket behind the handshake', 'TLSv1.2', false],
  ['a connection that is gone brings none', 'TLSv1.3', true],
])('%s', async (_what, protocol, destroyed) => {
  const wait = waitedFor(protocol, destroyed);
  await turn();
  expect(wait.over).toBe(true);
});

test.each(['session', 'close'])(
  'it is waited for until “%s”, and nothing is done from inside of that',
  async (event) => {
    const wait = waitedFor('TLSv1.3');
    await turn();
    expect(wait.over).toBe(false);
    wait.socket.emit(event);
    await Promise.resolve();
    expect(wait.over).toBe(false);
    await turn();
    expect(wait.over).toBe(true);
    expect(wait.socket.eventNames()).toEqual([]);
  },
);

test('a server that sends none is waited for no longer than a second', async () => {
  const wait = waitedFor('TLSv1.3');
  vi.advanceTimersByTime(999);
  await turn();
  expect(wait.over).toBe(false);
  vi.advanceTimersByTime(1);
  await turn();
  expect(wait.over).toBe(true);
});
