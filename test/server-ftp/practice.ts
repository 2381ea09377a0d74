import { type ServerFtp, startServerFtp } from './server-ftp.ts';

/**
 * A well-behaved server over a folder, for trying Longshore out: any password for the user `practice`. It has no TLS,
 * since no certificate of its own could be trusted without a question first.
 *
 * @param root the folder served, with everything in it open to be changed
 * @param port to listen on; 0: any
 */
export const startPracticeServer = (root: string, port: number): Promise<ServerFtp> =>
  startServerFtp({ root, port, users: { practice: { password: null } } });
