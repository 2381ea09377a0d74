import type { HostPort } from '../../protocol/host-port.ts';
import { connectPassive } from '../../user-dtp/passive.ts';
import type { Exchange } from '../exchange.ts';
import type { Interpreter } from '../interpreter.ts';
import { tunnelOf } from '../proxy-limits.ts';
import { abort } from '../sequences/abort.ts';
import type { CopyWay } from './copy-way.ts';
import { haveListen } from './data-port.ts';

/** Milliseconds for our own call at the port of a server that still waits for the other one's. */
const KNOCK = 2_000;

/**
 * Stops what is still under way of a copy. We have no data connection to close, so each is freed by what reaches it:
 * - one that listens and has taken its command may wait for a call that never comes, and look at nothing else
 *   meanwhile: we call ourselves, and hang up
 * - one that calls may be connected to a port nobody takes the call at any more: the other is made to close it, by
 *   listening elsewhere
 *
 * @param active the transfer command of the one that calls, null where it is answered
 * @param passive the same of the one that listens
 * Never throws: the reason to stop is what the caller has to tell. Afterwards each dialogue is in step or has ended.
 */
export const stopBoth = async (
  way: CopyWay,
  address: HostPort,
  { active, passive }: { readonly active: Exchange | null; readonly passive: Exchange | null },
): Promise<void> => {
  const stopped: Promise<void>[] = [];
  if (passive !== null)
    stopped.push(abort(way.passive.interpreter, passive, () => void knock(way.passive.interpreter, address)));
  else if (active !== null) stopped.push(listenElsewhere(way.passive.interpreter));
  if (active !== null) stopped.push(abort(way.active.interpreter, active, () => {}));
  await Promise.all(stopped);
};

const knock = async ({ options }: Interpreter, address: HostPort): Promise<void> => {
  try {
    const socket = await connectPassive(address, {
      timeoutMs: KNOCK,
      signal: null,
      onread: null,
      tunnel: tunnelOf(options),
    });
    socket.on('error', () => {});
    socket.destroy();
  } catch {
    // It had taken the other server's call, or listens no more: then it is not what it waits for.
  }
};

const listenElsewhere = async (interpreter: Interpreter): Promise<void> => {
  try {
    await haveListen(interpreter, false);
  } catch {
    // It has ended the dialogue, and with it its listening; or it refuses, and whoever called it waits for ABOR alone.
  }
};
