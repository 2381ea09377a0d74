import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPracticeServer } from '../../test/server-ftp/practice.ts';
import { writeSampleFiles } from './sample-files.ts';

/** A practice server that runs. */
export interface Practice {
  /** ftp:// URL with user and password. */
  readonly address: string;
  /** A folder for the app's own data: a Longshore that is already open is another one, and keeps its sites to itself. */
  readonly userData: string;
  /** Ends the server and removes its files. */
  end(): Promise<void>;
}

const USER = 'practice';

/**
 * Starts an FTP server on loopback over a folder of sample files of its own.
 *
 * @param port 0 for any.
 * @param say told the address and the folder.
 */
export const startPractice = async (port: number, say: (line: string) => void): Promise<Practice> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-practice-'));
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const files = path.join(folder, 'files');
  try {
    fs.mkdirSync(files);
    writeSampleFiles(files);
    const server = await startPracticeServer(files, port);
    const address = `ftp://${USER}:${USER}@${server.host}:${server.port}/`;
    say(`Practice server: ${address} (files in ${files}, removed at the end)`);
    return {
      address,
      userData: path.join(folder, 'data'),
      end: async () => {
        await server.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};
