import { deleteTree } from '../../session/delete-tree.ts';
import type { Command } from '../command.ts';
import { workOnServers } from '../server-work.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `rm URL...`: deletes files, with -r whole folders too; a link as a link. Goes on after a failure. */
export const rm: Command = async (operands, options, terminal) => {
  const urls = operands.map(urlOperand);
  if (urls.length === 0) throw new UsageError('rm takes one URL or more');
  // A slip of the finger in a URL names these easily, and nobody means them.
  if (urls.some(({ path }) => path === '' || path === '/')) {
    throw new UsageError('rm takes neither the login directory nor the root, only what is in them');
  }
  return await workOnServers(urls, options, terminal, (server, paths) =>
    deleteTree(
      server,
      // What may be a folder is tried as a file first, so that a link to a folder goes and what it points to stays.
      paths.map((path) => ({ path, directory: options.recursive })),
    ),
  );
};
