import type { ConnectOptions, Meeting } from './engine.ts';
import { meet } from './user-pi/meet.ts';

/**
 * Connects to a server-FTP process, hears its greeting, protects the control connection as `security` says, and says
 * QUIT. No user and no password is sent.
 *
 * Faults: as of a login up to that point. Nothing stays open.
 */
export const meetServer = (options: ConnectOptions): Promise<Meeting> => meet(options);
