import { z } from 'zod';
import type { Finding } from '../model/diagnosis.ts';
import { answers, stream } from './define.ts';
import { connectionSettings, secret, sessionId, siteId } from './fields.ts';

/**
 * Examines how settings connect, a finding a chunk as it is made. Nobody is asked: the password is the given one, else the
 * session's or the last attempt's of that id, else the site's in the vault, each only where it may be used for these
 * settings. Without one everything before the login is looked at.
 */
export const examineConnection = stream(
  'doctor/examine',
  z.strictObject({
    settings: connectionSettings,
    password: secret.nullable(),
    sessionId: sessionId.nullable(),
    siteId: siteId.nullable(),
  }),
  answers<Finding>(),
  answers<null>(),
);
