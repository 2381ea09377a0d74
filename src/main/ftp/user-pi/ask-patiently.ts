import type { Reply } from '#shared/ftp/reply.ts';
import { command } from '../protocol/command.ts';
import type { Interpreter } from './interpreter.ts';

/** Milliseconds that a server may take to read a file from its beginning to its end. */
const PATIENCE = 30 * 60_000;

/**
 * Sends a command that has the server read a whole file, and waits for its final reply: it says nothing meanwhile, and is
 * not taken to be gone for that.
 */
export const askPatiently = async (
  { dialogue, codec }: Interpreter,
  verb: string,
  argument: string,
): Promise<Reply> => {
  const until = Date.now() + PATIENCE;
  return await dialogue.send(command(verb, argument, codec), {
    stage: 'finishing',
    patient: () => Date.now() < until,
  }).final;
};
