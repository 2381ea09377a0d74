import { parentPathname } from '#shared/ftp/pathname.ts';
import type { Command } from '../command.ts';
import { remoteItem } from '../remote-item.ts';
import { namesFolder, remotePlace } from '../remote-place.ts';
import { transferChoice } from '../transfer-choice.ts';
import { runTransfers } from '../transfer-run.ts';
import { pathOn, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `cp URL URL`: has one server send a file to another (RFC 959 2.3), with -r a whole folder. No byte of it comes
 * through this computer.
 */
export const cp: Command = async (operands, options, terminal) => {
  const [source, target, ...others] = operands.map(urlOperand);
  if (source === undefined || target === undefined || others.length > 0) throw new UsageError('cp takes two URLs');
  if (!options.recursive && namesFolder(source)) throw new UsageError('cp takes folders with -r only');
  const transfer = transferChoice(options, source);
  return await runTransfers(options, terminal, async ({ queue, session }) => {
    const from = await session(source);
    const to = await session(target);
    const connection = await from.browser();
    const path = pathOn(source, connection.home);
    const place = await remotePlace(to, target, false);
    const item = await remoteItem(connection, source, path, { recursive: options.recursive, as: place.as });
    queue.addBetween({
      fromSession: from.id,
      from: parentPathname(path),
      toSession: to.id,
      to: place.folder,
      items: [item],
      transfer,
      allowClear: options.allowClear,
    });
  });
};
