import { stat } from 'node:fs/promises';
import path from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { FileType } from '#shared/ftp/file-entry.ts';
import { localFault, locally } from '../../local/local-fault.ts';
import { systemPath } from '../../local/local-path.ts';
import type { NamedItem } from '../../transfer/requests/transfer-queue.ts';
import type { Command } from '../command.ts';
import { remotePlace } from '../remote-place.ts';
import { transferChoice } from '../transfer-choice.ts';
import { runTransfers } from '../transfer-run.ts';
import { isUrl, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `put PATH... URL`: sends files, with -r whole folders. */
export const put: Command = async (operands, options, terminal) => {
  const last = operands.at(-1);
  const paths = operands.slice(0, -1);
  if (last === undefined || paths.length === 0) throw new UsageError('put takes one path or more, and a URL');
  if (paths.some(isUrl)) throw new UsageError('put takes one URL only, the last');
  const url = urlOperand(last);
  transferChoice(options, url);

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

const itemAt = async (local: string, recursive: boolean): Promise<NamedItem> => {
  const stats = await locally(local, 'preparing', () => stat(systemPath(local)));
  const type: FileType = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  if (type === 'directory' && !recursive) throw localFault('is-a-directory', local, 'folders are sent with -r only');
  return { name: path.basename(local), type, size: stats.size, modifiedMs: Math.floor(stats.mtimeMs) };
};
