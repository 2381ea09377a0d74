import { type Fault, toFault } from '#shared/fault.ts';
import { type FileEntry, type ListingSummary, mayBeDirectory } from '#shared/ftp/file-entry.ts';
import { baseName, displayName, joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { isRefusal } from '../../transfer/server/refusal.ts';
import { type BufferedOutput, bufferOutput } from '../buffered-output.ts';
import type { Command } from '../command.ts';
import { connectTo } from '../connect.ts';
import { describeFault } from '../describe-fault.ts';
import { entryJson } from '../entry-json.ts';
import { entryText } from '../entry-text.ts';
import { ExitStatus, statusOfFaults } from '../exit-status.ts';
import { findEntry } from '../remote-entry.ts';
import type { Terminal } from '../terminal.ts';
import { pathOn, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `ls URL`: one directory, or with -R all under it, an entry a line. A file is listed as itself. */
export const ls: Command = async (operands, options, terminal) => {
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) throw new UsageError('ls takes one URL');
  const url = urlOperand(operand);
  const connection = await connectTo(url, options, terminal, 'listing');
  const listing: Listing = {
    connection,
    terminal,
    write: options.json ? entryJson : entryText,
    output: bufferOutput((text) => terminal.print(text)),
    notUnderstood: 0,
    faults: [],
  };
  try {
    await listTop(listing, url, options.recursive);
    listing.output.flush();
    await connection.quit();
  } finally {
    connection.destroy();
  }
  const status = statusOfFaults(listing.faults);
  return status === ExitStatus.done && listing.notUnderstood > 0 ? ExitStatus.notUnderstood : status;
};

interface Listing {
  readonly connection: UserFtp;
  readonly terminal: Terminal;
  readonly write: (entry: FileEntry, name: string) => string;
  readonly output: BufferedOutput;
  /** Lines so far that no format understood. */
  notUnderstood: number;
  /** Of directories under the first. */
  readonly faults: Fault[];
}

const listTop = async (listing: Listing, url: FtpUrl, recursive: boolean): Promise<void> => {
  const path = pathOn(url, listing.connection.home);
  const directories: Below[] = [];
  try {
    await listDirectory(listing, path, '', directories);
  } catch (thrown) {
    if (url.path.endsWith('/') || !(await listFile(listing, path, thrown))) throw thrown;
    return;
  }
  if (recursive) await listBelow(listing, path, directories);
};

/** A directory under the first. */
interface Below {
  readonly within: string;
  /** Whether the listing called it one; of a mere name CWD will tell. */
  readonly sure: boolean;
}

/** All directories under `top`, each before those in it, links not followed. */
const listBelow = async (listing: Listing, top: Pathname, directories: Below[]): Promise<void> => {
  const waiting = directories.reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { within, sure } = next;
    const found: Below[] = [];
    try {
      await listDirectory(listing, joinPathname(top, within), `${within}/`, found);
    } catch (thrown) {
      const fault = toFault(thrown, 'preparing');
      if (fault.kind !== 'reply') throw thrown;
      if (!sure && fault.command === 'CWD') continue;
      listing.faults.push(fault);
      listing.terminal.printError(`longshore: ${displayName(within)}: ${describeFault(fault)}\n`);
    }
    waiting.push(...found.reverse());
  }
};

const listDirectory = async (listing: Listing, path: Pathname, prefix: string, directories: Below[]): Promise<void> => {
  const { connection, terminal, output, write } = listing;
  const summary = await connection.list(path, {
    signal: terminal.signal,
    onEntries: (entries) => {
      for (const entry of entries) {
        const name = prefix + entry.name;
        output.line(write(entry, name));
        if (mayBeDirectory(entry)) enter(listing, entry, name, directories);
      }
    },
  });
  warnOfLines(listing, path, summary);
};

/** A name that is no name would lead somewhere else, or round in circles. */
const enter = (listing: Listing, { name, type }: FileEntry, within: string, directories: Below[]): void => {
  const sure = type === 'directory';
  if (name !== '' && name !== '.' && name !== '..' && !name.includes('/')) directories.push({ within, sure });
  else listing.terminal.printError(`longshore: ${displayName(within)}: not entered, it is no name\n`);
};

/** What cannot be listed as a directory may be a file, which its directory knows. */
const listFile = async (listing: Listing, path: Pathname, thrown: unknown): Promise<boolean> => {
  if (!isRefusal(thrown)) return false;
  const found = await findEntry(listing.connection, path, listing.terminal.signal);
  if (found === null || found.type === 'directory') return false;
  listing.output.line(listing.write(found, baseName(path)));
  return true;
};

const warnOfLines = (listing: Listing, path: Pathname, summary: ListingSummary): void => {
  listing.notUnderstood += summary.notUnderstoodCount;
  for (const line of summary.notUnderstood) {
    listing.terminal.printError(`longshore: ${displayName(path)}: not understood: ${displayName(line)}\n`);
  }
  const further = summary.notUnderstoodCount - summary.notUnderstood.length;
  if (further > 0) listing.terminal.printError(`longshore: ${displayName(path)}: and ${further} further lines\n`);
};
