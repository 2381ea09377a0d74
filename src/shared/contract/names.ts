import { z } from 'zod';
import type { Pathname } from '../ftp/pathname.ts';
import type { SessionView } from '../model/session.ts';
import { answers, request } from './define.ts';
import { encoding, pathname, sessionId } from './fields.ts';

/** The pathname of what a person typed: a name, or a path of several. Faults: `refused-here: bad-input`. */
export const writeName = request('names/write', z.strictObject({ sessionId, text: pathname }), answers<Pathname>());

/**
 * Reads the names of a session in another encoding from now on, and keeps that with the site where it belongs to one. No
 * command is sent: listings that are here are read anew.
 */
export const setEncoding = request(
  'names/set-encoding',
  z.strictObject({ sessionId, encoding }),
  answers<SessionView>(),
);
