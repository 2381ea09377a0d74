import { FaultError } from '#shared/fault.ts';
import { baseName, displayName, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import { unlessRefused } from '../../transfer/refusal.ts';
import type { Command } from '../command.ts';
import { type LocalPlace, localPlace } from '../local-place.ts';
import { isRemoteDirectory } from '../remote-kind.ts';
import { runTransfers, type TransferRun } from '../transfer-run.ts';
import { isUrl, pathOn, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `get URL... [DEST]`: brings files here, with -r whole folders. */
export const get: Command = async (operands, options, terminal) => {
  const last = operands.at(-1);
  const destination = last !== undefined && !isUrl(last) ? last : null;
  const urls = (destination === null ? operands : operands.slice(0, -1)).map(urlOperand);
  if (urls.length === 0) throw new UsageError('get takes one URL or more, and where to put the files');
  if (!options.recursive && urls.some(namesFolder)) throw new UsageError('get takes folders with -r only');
  const place = await localPlace(destination, terminal.workingDirectory, urls.length > 1);
  if (place === null) throw new UsageError(`${destination} is no folder, so it cannot take several files`);

  return await runTransfers(options, terminal, async (run) => {
    for (const url of urls) {
      try {
        await addDownload(run, url, place, options.recursive);
      } catch (thrown) {
        // One server that cannot be reached does not keep the files of the others from coming.
        if (!(thrown instanceof FaultError) || terminal.signal.aborted) throw thrown;
        run.report.failed(displayName(`${url.host}/${url.path}`), thrown.fault);
      }
    }
  });
};

const namesFolder = (url: FtpUrl): boolean => url.path === '' || url.path.endsWith('/');

const addDownload = async (
  { queue, session }: TransferRun,
  url: FtpUrl,
  place: LocalPlace,
  recursive: boolean,
): Promise<void> => {
  const server = await session(url);
  const connection = await server.browser();
  const path = pathOn(url, connection.home);
  const isDirectory = recursive && (await isRemoteDirectory(connection, path));
  const item = {
    name: baseName(path),
    type: isDirectory ? 'directory' : 'file',
    // Known before, it tells whether a file that is here already can be the beginning of this one.
    size: isDirectory ? null : await unlessRefused(connection.size(path)),
    modifiedMs: null,
    as: place.as ?? nameHere(path, url),
  } as const;
  queue.addDownloads({ sessionId: server.id, from: parentPathname(path), to: place.folder, items: [item] });
};

/** The root of a server has no name of its own. */
const nameHere = (path: Pathname, url: FtpUrl): string => baseName(path) || url.host;
