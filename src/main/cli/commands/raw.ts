import { displayName } from '#shared/ftp/pathname.ts';
import { isNegative } from '#shared/ftp/reply.ts';
import type { Command } from '../command.ts';
import { connectTo } from '../connect.ts';
import { ExitStatus } from '../exit-status.ts';
import { replyLines } from '../reply-lines.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `raw URL COMMAND...`: sends each command line as it stands, one after another, and prints every reply;
 * with --json an object a reply. A refusal does not keep the next from being sent.
 */
export const raw: Command = async (operands, options, terminal) => {
  const [operand, ...commands] = operands;
  if (operand === undefined || commands.length === 0) throw new UsageError('raw takes a URL and commands');
  const connection = await connectTo(urlOperand(operand), options, terminal);
  let refused = false;
  try {
    for (const command of commands) {
      for (const reply of await connection.raw(command)) {
        refused ||= isNegative(reply);
        const verb = command.split(' ', 1)[0] ?? '';
        if (options.json) terminal.print(`${JSON.stringify({ command: verb, ...reply })}\n`);
        else
          terminal.print(
            replyLines(reply)
              // The server must not draw on the person's screen; what it sent to the byte is in --json.
              .map((line) => `${displayName(line)}\n`)
              .join(''),
          );
      }
    }
    await connection.quit();
  } finally {
    connection.destroy();
  }
  return refused ? ExitStatus.someFailed : ExitStatus.done;
};
