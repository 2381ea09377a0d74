import { FaultError } from '#shared/fault.ts';
import type { Names } from './session-names.ts';

/**
 * A word of the login as the site's encoding writes it. A refusal does not repeat the word: it may be a password.
 * Faults: `refused-here: bad-input`.
 */
export const writeLogin = (names: Names, word: string): string => {
  try {
    return names.write(word);
  } catch {
    const detail = 'the login cannot be written in the encoding of the site';
    throw new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'bad-input', detail });
  }
};
