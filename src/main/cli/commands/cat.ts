import { type Fault, FaultError } from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import { defaultTransferOptions } from '../../ftp/defaults.ts';
import type { Command } from '../command.ts';
import type { CommandSession } from '../command-session.ts';
import { createSessions } from '../command-sessions.ts';
import { describeFault } from '../describe-fault.ts';
import { statusOfFaults } from '../exit-status.ts';
import { namesFolder } from '../remote-place.ts';
import type { Terminal } from '../terminal.ts';
import { transferChoice } from '../transfer-choice.ts';
import { pathOn, urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `cat URL...`: files on standard output, one behind another. A failure does not keep the next from coming. */
export const cat: Command = async (operands, options, terminal) => {
  const urls = operands.map(urlOperand);
  if (urls.length === 0) throw new UsageError('cat takes one URL or more');
  if (urls.some(namesFolder)) throw new UsageError('cat takes files, not folders');
  for (const url of urls) transferChoice(options, url);
  const sessions = createSessions(options, terminal, 'file');
  const faults: Fault[] = [];
  try {
    for (const url of urls) {
      try {
        await printFile(await sessions.session(url), url, terminal);
      } catch (thrown) {
        if (!(thrown instanceof FaultError) || terminal.signal.aborted) throw thrown;
        faults.push(thrown.fault);
        terminal.printError(`longshore: ${displayName(`${url.host}/${url.path}`)}: ${describeFault(thrown.fault)}\n`);
      }
    }
  } finally {
    await sessions.close(!terminal.signal.aborted);
  }
  return statusOfFaults(faults);
};

/** Faults: the engine's; `suspect-data` where the server itself doubts what it sent. */
const printFile = async (server: CommandSession, url: FtpUrl, terminal: Terminal): Promise<void> => {
  const { type, structure, mode, codePage, recordForm } = server.view().settings.transfer;
  const connection = await server.browser();
  const sink = { write: (chunk: Uint8Array): Promise<void> => terminal.printBytes(chunk) };
  const { suspect } = await connection.retrieve(pathOn(url, connection.home), sink, {
    ...defaultTransferOptions(),
    parameters: { type, structure, mode },
    form: { codePage, recordForm },
    signal: terminal.signal,
  });
  const [first] = suspect;
  if (first === undefined) return;
  const detail = `${first.length} bytes from ${first.offset} on`;
  throw new FaultError({ kind: 'protocol', stage: 'after-data', reason: 'suspect-data', detail });
};
