import type { BulkOutcome } from '#shared/contract/remote-files.ts';
import { type Fault, FaultError } from '#shared/fault.ts';
import { displayName, type Pathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { CommandSession } from './command-session.ts';
import { createSessions } from './command-sessions.ts';
import { describeFault } from './describe-fault.ts';
import { type ExitStatus, statusOfFaults } from './exit-status.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { pathOn } from './url-operand.ts';

/** What a command does on one server to all that its URLs name there. */
export type ServerWork = (server: CommandSession, paths: readonly Pathname[]) => Promise<BulkOutcome>;

interface Failure {
  readonly path: string;
  readonly fault: Fault;
}

/**
 * Does `work` on each server that the URLs name, once for all of its paths, and tells what failed; with --json an
 * object a failure and one for all:
 *
 *     {"path":"/docs/a.txt","outcome":"failed","fault":{"kind":"reply",…}}
 *     {"summary":{"done":1,"failed":1}}
 *
 * @returns the exit status
 * Faults: `cancelled` when the terminal's signal fires.
 */
export const workOnServers = async (
  urls: readonly FtpUrl[],
  options: CommandOptions,
  terminal: Terminal,
  work: ServerWork,
): Promise<ExitStatus> => {
  const sessions = createSessions(options, terminal, null);
  const abandon = (): void => void sessions.close(false);
  terminal.signal.addEventListener('abort', abandon);
  try {
    const failures: Failure[] = [];
    const places = new Map<CommandSession, Pathname[]>();
    for (const url of urls) {
      try {
        const server = await sessions.session(url);
        const path = pathOn(url, (await server.browser()).home);
        places.set(server, [...(places.get(server) ?? []), path]);
      } catch (thrown) {
        if (!(thrown instanceof FaultError) || terminal.signal.aborted) throw thrown;
        failures.push({ path: `${url.host}/${url.path}`, fault: thrown.fault });
      }
    }
    let done = 0;
    for (const [server, paths] of places) {
      const outcome = await work(server, paths);
      done += outcome.done;
      failures.push(...outcome.failures);
    }
    if (terminal.signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    tell(failures, done, options, terminal);
    return statusOfFaults(failures.map(({ fault }) => fault));
  } finally {
    terminal.signal.removeEventListener('abort', abandon);
    await sessions.close(!terminal.signal.aborted);
  }
};

const tell = (failures: readonly Failure[], done: number, { json }: CommandOptions, terminal: Terminal): void => {
  for (const { path, fault } of failures) {
    if (json) terminal.print(`${JSON.stringify({ path, outcome: 'failed', fault })}\n`);
    terminal.printError(`longshore: ${displayName(path)}: ${describeFault(fault)}\n`);
  }
  if (json) terminal.print(`${JSON.stringify({ summary: { done, failed: failures.length } })}\n`);
};
