import { displayName } from '#shared/ftp/pathname.ts';
import { isNegative } from '#shared/ftp/reply.ts';
import type { Command } from '../command.ts';
import { connectTo } from '../connect.ts';
import { ExitStatus } from '../exit-status.ts';
import { replyLines } from '../reply-lines.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `raw URL COMMAND...`: sends each command line as it stands, one after another, and prints every reply and what it
 * lists; with --json an object a reply. A refusal does not keep the next from being sent.
 */
export const raw: Command = async (operands, options, terminal) => {
  const [operand, ...commands] = operands;
  if (operand === undefined || commands.length === 0) throw new UsageError('raw takes a URL and commands');
  const connection = await connectTo(urlOperand(operand), options, terminal, null);
  let refused = false;
  try {
    for (const command of commands) {
      const { replies, listing } = await connection.raw(command);
      refused ||= replies.some(isNegative);
      // The server must not draw on the person's screen; what it sent to the byte is in --json.
      const shown = (lines: readonly string[]): string => lines.map((line) => `${displayName(line)}\n`).join('');
      const verb = command.split(' ', 1)[0] ?? '';
      if (options.json) for (const reply of replies) terminal.print(`${JSON.stringify({ command: verb, ...reply })}\n`);
      else terminal.print(shown(replies.flatMap(replyLines)));
      if (listing === null) continue;
      if (options.json) terminal.print(`${JSON.stringify({ command: verb, listing })}\n`);
      else terminal.print(shown(listing.lines));
      if (listing.cut) terminal.printError('longshore: the listing goes on; `longshore ls` shows all of it\n');
    }
    await connection.quit();
  } finally {
    connection.destroy();
  }
  return refused ? ExitStatus.someFailed : ExitStatus.done;
};
