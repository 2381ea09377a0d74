import { listCommands, runCommand } from '#shared/contract/console.ts';
import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { call } from '../bridge/index.ts';
import { commandConsole, receiveCommands } from '../state/console.ts';
import { reportFault } from '../state/faults.ts';

/** Learns once which commands are known by name. */
export const loadCommands = async (): Promise<void> => {
  if (commandConsole.getState().commands.length > 0) return;
  const result = await call(listCommands, {});
  if (result.ok) receiveCommands(result.value);
  else reportFault(result.fault);
};

/**
 * Sends a line as it was typed; what comes of it shows in the transcript.
 * @returns why it was not sent, or why no answer came; null where one did
 */
export const sendLine = async (sessionId: SessionId, line: string): Promise<Fault | null> => {
  const result = await call(runCommand, { sessionId, line });
  return result.ok ? null : result.fault;
};
