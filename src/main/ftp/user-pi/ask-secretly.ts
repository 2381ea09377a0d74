import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { ask, type Interpreter } from './interpreter.ts';

/** As `ask`; a refusal by our own codec, which names what it refused, does not show the secret. */
export const askSecretly = async (
  interpreter: Interpreter,
  verb: 'PASS' | 'ACCT',
  secret: string,
  stage: 'logging-in' | 'preparing',
): Promise<Reply> => {
  try {
    return await ask(interpreter, verb, secret, stage);
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'refused-here') throw error;
    if (error.fault.reason !== 'bad-input') throw error;
    throw new FaultError({ ...error.fault, stage, detail: `${verb}: not in the site's encoding` });
  }
};
