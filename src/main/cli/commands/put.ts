import { stat } from 'node:fs/promises';
import path from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { FileType } from '#shared/ftp/file-entry.ts';
import { baseName, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import { localFault, locally } from '../../local/local-fault.ts';
import { systemPath } from '../../local/local-path.ts';
import type { NamedItem } from '../../transfer/transfer-queue.ts';
import type { Command } from '../command.ts';
import type { CommandSession } from '../command-session.ts';
import { isRemoteDirectory } from '../remote-kind.ts';
import { runTransfers } from '../transfer-run.ts';
import { isUrl, pathOn, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `put PATH... URL`: sends files, with -r whole folders. */
export const put: Command = async (operands, options, terminal) => {
  const last = operands.at(-1);
  const paths = operands.slice(0, -1);
  if (last === undefined || paths.length === 0) throw new UsageError('put takes one path or more, and a URL');
  if (paths.some(isUrl)) throw new UsageError('put takes one URL only, the last');
  const url = urlOperand(last);

  return await runTransfers(options, terminal, async ({ queue, report, session }) => {
    const server = await session(url);
    const place = await remotePlace(server, url, paths.length > 1);
    for (const name of paths) {
      const local = path.resolve(terminal.workingDirectory, name);
      try {
        const item = await itemAt(local, options.recursive);
        const named = place.as === null ? item : { ...item, as: place.as };
        queue.addUploads({ sessionId: server.id, from: path.dirname(local), to: place.folder, items: [named] });
      } catch (thrown) {
        if (!(thrown instanceof FaultError) || terminal.signal.aborted) throw thrown;
        report.failed(name, thrown.fault);
      }
    }
  });
};

/** Where uploads go: into a directory, and under which name where the URL names one that is not there. */
interface RemotePlace {
  readonly folder: Pathname;
  readonly as: string | null;
}

const remotePlace = async (server: CommandSession, url: FtpUrl, several: boolean): Promise<RemotePlace> => {
  const connection = await server.browser();
  const target = pathOn(url, connection.home);
  const isFolder = url.path === '' || url.path.endsWith('/') || (await isRemoteDirectory(connection, target));
  if (isFolder) return { folder: target, as: null };
  if (several) throw new UsageError(`${target} is no folder on the server, so it cannot take several files`);
  return { folder: parentPathname(target), as: baseName(target) };
};

const itemAt = async (local: string, recursive: boolean): Promise<NamedItem> => {
  const stats = await locally(local, 'preparing', () => stat(systemPath(local)));
  const type: FileType = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  if (type === 'directory' && !recursive) throw localFault('is-a-directory', local, 'folders are sent with -r only');
  return { name: path.basename(local), type, size: stats.size, modifiedMs: Math.floor(stats.mtimeMs) };
};
