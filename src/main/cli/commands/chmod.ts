import { changeModes } from '../../session/change-modes.ts';
import type { Command } from '../command.ts';
import { workOnServers } from '../server-work.ts';
import { urlOperand } from '../url-operand.ts';
import { UsageError } from '../usage-error.ts';

/** `chmod MODE URL...`: SITE CHMOD with an octal mode. */
export const chmod: Command = async (operands, options, terminal) => {
  const [mode, ...rest] = operands;
  const urls = rest.map(urlOperand);
  if (mode === undefined || urls.length === 0) throw new UsageError('chmod takes a mode and one URL or more');
  if (!/^[0-7]{3,4}$/.test(mode)) throw new UsageError(`the mode is written in octal, as 644, not ${mode}`);
  const bits = Number.parseInt(mode, 8);
  return await workOnServers(urls, options, terminal, (server, paths) =>
    changeModes({ ...server, cannotChangeMode: () => {} }, paths, bits),
  );
};
