import { baseName, joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import { createTally } from '../../session/bulk.ts';
import type { Command } from '../command.ts';
import type { CommandSession } from '../command-session.ts';
import { isRemoteDirectory } from '../remote-kind.ts';
import { namesFolder } from '../remote-place.ts';
import { workOnServers } from '../server-work.ts';
import { isUrl, pathOn, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `mv URL TARGET`: renames a file or a folder, or moves it into a folder that is there. TARGET is a URL on the same
 * server, or a path there: absolute with a slash before it, else beside what is renamed.
 */
export const mv: Command = async (operands, options, terminal) => {
  const [operand, target, ...others] = operands;
  if (operand === undefined || target === undefined || target === '' || others.length > 0) {
    throw new UsageError('mv takes a URL and where to move it');
  }
  const source = urlOperand(operand);
  if (source.path === '' || source.path === '/') throw new UsageError('mv does not move a login directory or a root');
  const place = isUrl(target) ? urlOperand(target) : target;
  if (typeof place !== 'string' && !isSameServer(source, place)) {
    throw new UsageError('mv stays on one server; cp goes from one to another');
  }
  return await workOnServers([source], options, terminal, async (server, [from = '']) => {
    const tally = createTally();
    await tally.attempt(from, async () => {
      const to = await targetOf(server, from, place);
      await (await server.browser()).rename(from, to);
    });
    return tally.outcome();
  });
};

/** What a target URL leaves out is the source's. */
const isSameServer = (source: FtpUrl, target: FtpUrl): boolean =>
  source.host.toLowerCase() === target.host.toLowerCase() &&
  source.port === target.port &&
  (target.user === null || source.user === target.user);

const targetOf = async (server: CommandSession, from: Pathname, place: FtpUrl | string): Promise<Pathname> => {
  const connection = await server.browser();
  const path = typeof place === 'string' ? pathBeside(from, place) : pathOn(place, connection.home);
  const saysFolder = typeof place === 'string' ? place.endsWith('/') : namesFolder(place);
  const isFolder = saysFolder || (await isRemoteDirectory(connection, path));
  return isFolder ? joinPathname(path, baseName(from)) : path;
};

const pathBeside = (from: Pathname, path: string): Pathname => {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed.startsWith('/') ? trimmed : joinPathname(parentPathname(from), trimmed);
};
