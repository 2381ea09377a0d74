import { writeName } from '#shared/contract/names.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import type { Place } from '../state/place.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them
const ASCII = /^[\u0000-\u007F]*$/;

/** Whether a text is the same bytes in every encoding that names are in. */
export const isAscii = (text: string): boolean => ASCII.test(text);

/**
 * A name or a path as it has to be asked for, of the text that a person typed: a server's names are bytes, and only main
 * knows which bytes the text is there. Null where the server's encoding has no such text; that has been told then.
 */
export const writtenName = async (place: Place, text: string): Promise<string | null> => {
  if (place.kind === 'local' || isAscii(text)) return text;
  const result = await call(writeName, { sessionId: place.sessionId, text });
  if (result.ok) return result.value;
  reportFault(result.fault, { sessionId: place.sessionId });
  return null;
};
