import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { command } from '../protocol/command.ts';
import type { Interpreter } from './interpreter.ts';

/** RFC 959 5.4 has 230 and 202, RFC 2228 5.1 has 232; a 200 is met as well. */
const LOGGED_IN: ReadonlySet<number> = new Set([200, 202, 230, 232]);

/** As `ask`; a refusal by our own codec, which names what it refused, does not show the secret. */
export const askSecretly = async (
  { dialogue, codec }: Interpreter,
  verb: 'PASS' | 'ACCT',
  secret: string,
  stage: 'connecting' | 'logging-in' | 'preparing',
): Promise<Reply> => {
  try {
    const sent = command(verb, secret, codec, stage);
    return await dialogue.send(sent, { stage, completedBy: LOGGED_IN }).final;
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'refused-here') throw error;
    if (error.fault.reason !== 'bad-input') throw error;
    throw new FaultError({ ...error.fault, stage, detail: `${verb}: not in the site's encoding` });
  }
};
