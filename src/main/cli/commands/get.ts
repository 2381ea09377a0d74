import { FaultError } from '#shared/fault.ts';
import { displayName, parentPathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { Command } from '../command.ts';
import { type LocalPlace, localPlace } from '../local-place.ts';
import { remoteItem } from '../remote-item.ts';
import { namesFolder } from '../remote-place.ts';
import { transferChoice } from '../transfer-choice.ts';
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
  for (const url of urls) transferChoice(options, url);
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

const addDownload = async (
  { queue, session }: TransferRun,
  url: FtpUrl,
  place: LocalPlace,
  recursive: boolean,
): Promise<void> => {
  const server = await session(url);
  const connection = await server.browser();
  const path = pathOn(url, connection.home);
  const item = await remoteItem(connection, url, path, { recursive, as: place.as });
  queue.addDownloads({ sessionId: server.id, from: parentPathname(path), to: place.folder, items: [item] });
};
