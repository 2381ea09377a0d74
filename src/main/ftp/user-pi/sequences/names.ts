import type { Pathname } from '#shared/ftp/pathname.ts';
import { ASCII_FILE_STREAM, DEFAULT_LOCAL_FORM } from '#shared/ftp/transfer-parameters.ts';
import { createListingLines } from '../../listing/listing-lines.ts';
import type { Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { transfer } from '../transfer.ts';
import { workingDirectory } from './working-directory.ts';

/**
 * NLST (RFC 959 4.1.3) of a directory: its names and nothing else. The directory is entered first, as for LIST.
 * Faults: as of a transfer, and `listing: too-long`.
 */
export const names = async (
  interpreter: Interpreter,
  directory: Pathname,
  signal: AbortSignal | null,
  turn: Turn,
): Promise<readonly Pathname[]> => {
  const { state, codec } = interpreter;
  if (state.directory === null) await workingDirectory(interpreter);
  state.strayed = directory !== state.directory;
  const found: Pathname[] = [];
  const lines = createListingLines((line) => {
    if (line !== '') found.push(codec.decode(Buffer.from(line, 'latin1')));
  });
  await transfer(
    interpreter,
    {
      verb: 'NLST',
      argument: null,
      directory,
      parameters: ASCII_FILE_STREAM,
      form: DEFAULT_LOCAL_FORM,
      asIs: true,
      start: null,
      moves: {
        to: {
          async write(bytes) {
            lines.push(bytes);
          },
        },
      },
      counter: { bytes: 0 },
      signal,
      onCheckpoint: null,
    },
    turn,
  );
  lines.end();
  return found;
};
