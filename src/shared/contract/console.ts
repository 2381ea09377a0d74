import { z } from 'zod';
import type { KnownCommand, TypedAnswer } from '../ftp/typed-command.ts';
import { answers, request } from './define.ts';
import { commandLine, sessionId } from './fields.ts';

/**
 * Sends a command line as a person typed it, on the connection for browsing. What the server refuses is an answer and
 * no fault. Its commands and replies are in the transcript too, secrets masked; the text of a listing is only here.
 * Faults: `refused-here: file-command` and `refused-here: governed` for what `KnownCommand.typed` says so of.
 */
export const runCommand = request(
  'console/run',
  z.strictObject({ sessionId, line: commandLine }),
  answers<TypedAnswer>(),
);

/** The commands that are known, in the order of the RFCs. What each is for is in the window's words, by its verb. */
export const listCommands = request('console/commands', z.strictObject({}), answers<readonly KnownCommand[]>());
