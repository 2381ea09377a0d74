import { z } from 'zod';
import type { SessionView } from '../model/session.ts';
import { answers, event, request } from './define.ts';
import { connectionSettings, secret, sessionId, siteId } from './fields.ts';

/** Connects and logs in. The window names the session, so that it can cancel while the attempt is under way. */
export const openConnection = request(
  'connection/open',
  z.strictObject({
    sessionId,
    settings: connectionSettings,
    /** Null: that of `passwordOf`, else the vault's where the site has one, else the person is asked. */
    password: secret.nullable(),
    /** The session, or the attempt that failed, whose password serves here too; null: none. */
    passwordOf: sessionId.nullable(),
    siteId: siteId.nullable(),
  }),
  answers<SessionView>(),
);

/** Ends a session or an attempt under way; its transfers go back to waiting. */
export const closeConnection = request('connection/close', z.strictObject({ sessionId }), answers<null>());

/** Connects a lost session again with what it was connected with. */
export const reconnect = request('connection/reconnect', z.strictObject({ sessionId }), answers<SessionView>());

/** The sessions that are there, for a window that has just been loaded. */
export const listConnections = request('connection/list', z.strictObject({}), answers<readonly SessionView[]>());

/** What the server says it can do (FEAT), one feature with its parameters each; empty where it does not say. */
export const readFeatures = request('connection/features', z.strictObject({ sessionId }), answers<readonly string[]>());

export const connectionChanged = event('connection/changed', 'latest', answers<SessionView>(), {
  key: (session) => session.sessionId,
});
