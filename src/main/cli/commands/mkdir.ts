import { createTally, inLanes } from '../../session/bulk.ts';
import type { Command } from '../command.ts';
import { makeWithParents } from '../make-directories.ts';
import { workOnServers } from '../server-work.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `mkdir URL...`: makes directories, with -p those above them too; one that is there already is then as good. */
export const mkdir: Command = async (operands, options, terminal) => {
  const urls = operands.map(urlOperand);
  if (urls.length === 0) throw new UsageError('mkdir takes one URL or more');
  return await workOnServers(urls, options, terminal, async (server, paths) => {
    const tally = createTally();
    await inLanes(paths, async (path) => {
      await tally.attempt(path, async () => {
        const connection = await server.browser();
        await (options.parents ? makeWithParents(connection, path) : connection.makeDirectory(path));
      });
    });
    return tally.outcome();
  });
};
