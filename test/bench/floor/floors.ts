import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../interop/servers/run-command.ts';
import type { Client, ClientCommand, Way } from '../clients/client.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A program that copies one file between a socket and the disk and does nothing else. */
const bareCopy = (name: string, start: readonly string[]): Client => {
  const command = (work: 'get' | 'put', { server, tls, segments }: Way, file: string, path: string) => {
    if (tls || segments > 1) return null;
    const { host, port, user, password } = server;
    return { command: [...start, work, host, String(port), user, password, file, path] } satisfies ClientCommand;
  };
  return {
    name,
    list: () => null,
    downloadFile: (way, file, path) => command('get', way, file, path),
    uploadFile: (way, path, file) => command('put', way, file, path),
    downloadFolder: () => null,
    uploadFolder: () => null,
  };
};

export const NODE_FLOOR = 'bare in Node';

/**
 * The bare copies that can be had here: in Node always, in C where there is a compiler.
 *
 * @param scratch where the one in C is compiled
 */
export const bareCopies = async (scratch: string): Promise<readonly Client[]> => {
  const inNode = bareCopy(NODE_FLOOR, [process.execPath, here('copy.mjs')]);
  const program = join(scratch, 'copy');
  try {
    await runCommand(['cc', '-O2', '-o', program, here('copy.c')]);
    return [inNode, bareCopy('bare in C', [program])];
  } catch (error) {
    console.log(`no bare copy in C, as it could not be compiled: ${error instanceof Error ? error.message : error}`);
    return [inNode];
  }
};
