import { type FileEntry, formatFileTime } from '#shared/ftp/file-entry.ts';
import { displayName, type Pathname } from '#shared/ftp/pathname.ts';
import { createTally } from '../../session/bulk.ts';
import type { Command } from '../command.ts';
import { entryJson } from '../entry-json.ts';
import { lookUpRemote } from '../remote-entry.ts';
import { workOnServers } from '../server-work.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `stat URL...`: what the server tells of a file or a folder; with --json as `ls --json` does. */
export const stat: Command = async (operands, options, terminal) => {
  const urls = operands.map(urlOperand);
  if (urls.length === 0) throw new UsageError('stat takes one URL or more');
  return await workOnServers(urls, options, terminal, async (server, paths) => {
    const tally = createTally();
    for (const path of paths) {
      await tally.attempt(path, async () => {
        const entry = await lookUpRemote(await server.browser(), path, terminal.signal);
        terminal.print(`${options.json ? entryJson(entry, path) : entryLines(entry, path)}\n`);
      });
    }
    return tally.outcome();
  });
};

/** A line for each thing that is known. */
const entryLines = (entry: FileEntry, path: Pathname): string => {
  const { type, size, modified, permissions, owner, group, target } = entry;
  const rows: readonly (readonly [string, string | null])[] = [
    ['name', path],
    ['type', type],
    ['size', size === null ? null : String(size)],
    ['modified', modified && formatFileTime(modified)],
    ['permissions', permissions],
    ['owner', owner],
    ['group', group],
    ['target', target],
  ];
  return rows
    .filter((row): row is readonly [string, string] => row[1] !== null)
    .map(([name, value]) => `${name.padEnd(12)} ${displayName(value)}`)
    .join('\n');
};
